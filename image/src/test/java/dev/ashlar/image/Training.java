// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Training run: Ashlar migrates, starts, answers some requests and stops, and the JVM writes the classes that it used to the cache. */
final class Training {
    private Training() {}

    static void run(Path root, Path roles, Path log) throws IOException {
        var cache = root.resolve("opt/ashlar/ashlar.aot");
        var command = List.of(
                JavaRuntime.java(root).toString(),
                "-XX:AOTCacheOutput=" + cache,
                "-cp",
                root.resolve("opt/ashlar/ashlar.jar").toString(),
                "dev.ashlar.bootstrap.cli.Launch");
        // A log in JSON and a management port, as in production.
        var variables = Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        try (var database = Database.start(roles);
                var ashlar = Serving.start(command, variables, database, log)) {
            use(ashlar);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The training wrote no cache:\n" + Files.readString(log));
        }
    }

    private static void use(Serving ashlar) throws IOException {
        ashlar.get("/api/v1/health");
        ashlar.get("/api/articles");
        ashlar.get("/api/v1/me"); // a problem: nobody is logged in
        ashlar.post("/api/v1/auth/register", """
                {"email": "ann@example.com", "username": "ann", "password": "correct horse battery",
                 "firstName": "Ann", "lastName": "Mason"}""");
        ashlar.post("/api/v1/auth/login", """
                {"email": "ann@example.com", "password": "correct horse battery"}""");
        ashlar.metrics();
    }
}
