// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jars: {@code ashlar.jar} with this context put beside it. Runs in the verify phase. */
class BookmarksJourney {
    private static final Path ASHLAR = Path.of("..", "..", "bootstrap", "target", "ashlar.jar")
            .toAbsolutePath()
            .normalize();
    private static final Path BOOKMARKS =
            Path.of("target", "ashlar-bookmarks.jar").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("Ashlar serves (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LINK = "{\"url\": \"https://www.postgresql.org/docs/\", \"title\": \"Manual\"}";
    private static final String RENAMED = LINK.replace("Manual", "Documentation");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    private String address = "";
    private String token = "";

    @Test
    void ashlarServesTheContextInAJarBesideIt() throws IOException, InterruptedException {
        try (var database = TestDatabase.withoutFurtherContexts()) {
            var server = start(database);
            try {
                address = await().atMost(PATIENCE).until(() -> served(server), served -> !served.isEmpty());
                token = login();
                keepsBookmarks(); // in a table that the start has created
                describesItsOperations();
                runsItsJob(database.psql());
                exportsAndErasesThem(database.psql());
            } finally {
                server.destroy();
                server.waitFor();
            }
        }
    }

    private void keepsBookmarks() {
        var added = send("POST", "/api/v1/bookmarks", LINK);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        var path = added.headers().firstValue("Location").orElseThrow();
        var again = send("POST", "/api/v1/bookmarks", LINK);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("/problems/bookmarks.address-taken");

        assertThat(send("PUT", path, LINK).statusCode()).isEqualTo(428);
        assertThat(send("PUT", path, RENAMED, "If-Match", "\"0\"").headers().firstValue("ETag"))
                .hasValue("\"1\"");
        assertThat(send("PUT", path, RENAMED, "If-Match", "\"0\"").statusCode()).isEqualTo(412);
        assertThat(send("GET", "/api/v1/bookmarks?limit=1", "").body()).contains("\"title\":\"Documentation\"");
        assertThat(send("GET", "/api/v1/bookmarks?limit=1", "", "Authorization", "none")
                        .statusCode())
                .isEqualTo(401);
    }

    private void describesItsOperations() {
        assertThat(send("GET", "/v3/api-docs", "").body()).contains("/api/v1/bookmarks/{id}", "PostgreSQL manual");
        assertThat(send("GET", "/problems/bookmarks.address-taken", "").statusCode())
                .isEqualTo(200);
    }

    private void runsItsJob(JdbcClient psql) {
        psql.sql("UPDATE bookmarks.bookmarks SET expires_at = now()").update();
        psql.sql("""
                        UPDATE kernel.scheduled_tasks SET execution_time = now()
                        WHERE task_name = 'bookmarks.remove-expired' AND NOT picked""").update();
        awaitNoBookmarks(psql);
    }

    private void exportsAndErasesThem(JdbcClient psql) {
        send("POST", "/api/v1/bookmarks", LINK);
        assertThat(send("GET", "/api/v1/me/export", "").body()).contains("\"bookmarks\"", "\"title\":\"Manual\"");

        var deletion = send("POST", "/api/v1/me/delete", "{\"currentPassword\": \"correct horse battery\"}");
        assertThat(deletion.statusCode()).as(deletion.body()).isEqualTo(204);
        awaitNoBookmarks(psql);
    }

    private static void awaitNoBookmarks(JdbcClient psql) {
        await().atMost(PATIENCE)
                .until(() -> psql.sql("SELECT count(*) FROM bookmarks.bookmarks")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private String login() {
        send("POST", "/api/v1/auth/register", """
                {"email": "ann@example.com", "username": "ann", "password": "correct horse battery",
                 "firstName": "Ann", "lastName": "Mason"}""");
        var login = send("POST", "/api/v1/auth/login", """
                {"email": "ann@example.com", "password": "correct horse battery"}""");
        return "Bearer "
                + JsonMapper.shared().readTree(login.body()).at("/accessToken").asString();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json");
            if (!token.isEmpty()) {
                request.header("Authorization", token);
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(output(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Process start(TestDatabase database) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var arguments = Stream.concat(
                        Stream.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dloader.path=" + BOOKMARKS),
                        Stream.of("-jar", ASHLAR.toString(), "serve", "--server.port=0", "--ashlar.home=" + home))
                .toList();
        var process = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("serve.log").toFile());
        process.environment()
                .keySet()
                .removeIf(name ->
                        Stream.of("SPRING_", "ASHLAR_", "DATABASE_URL", "PORT").anyMatch(name::startsWith));
        process.environment().put("SPRING_DATASOURCE_URL", database.url());
        process.environment()
                .put(
                        "SPRING_DATASOURCE_USERNAME",
                        String.valueOf(database.owner().getUser()));
        process.environment()
                .put(
                        "SPRING_DATASOURCE_PASSWORD",
                        String.valueOf(database.owner().getPassword()));
        return process.start();
    }

    private String served(Process server) {
        assertThat(server.isAlive()).as(output()).isTrue();
        var served = ADDRESS.matcher(output());
        return served.find() ? served.group(1) : "";
    }

    private String output() {
        try {
            return Files.readString(home.resolve("serve.log"));
        } catch (IOException missing) {
            return List.of(missing).toString();
        }
    }
}
