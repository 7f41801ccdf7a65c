// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Training run: on a migrated database, Ashlar starts, answers some requests and stops, and the JVM writes the classes that it used to the cache. The
 * JVM loads all of them at each start, so that those of a migration are left out. So are the profiles of methods, which take memory at rest.
 */
final class Training {
    /** A log in JSON, a management port and no migration, as in production. */
    private static final Map<String, String> VARIABLES =
            Map.of("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs", "SPRING_LIQUIBASE_ENABLED", "false");

    private Training() {}

    static void run(Path root, Path roles, Path log) throws IOException {
        var cache = root.resolve("opt/ashlar/ashlar.aot");
        var command = new ArrayList<>(List.of(
                JavaRuntime.java(root).toString(),
                "-cp",
                root.resolve("opt/ashlar/ashlar.jar").toString(),
                "dev.ashlar.bootstrap.cli.Launch"));
        try (var database = Database.start(roles)) {
            Serving.start(command, Map.of(), database, log).close(); // migrates
            command.addAll(
                    1,
                    List.of("-XX:AOTCacheOutput=" + cache, "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
            try (var ashlar = Serving.start(command, VARIABLES, database, log)) {
                use(ashlar);
            }
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
