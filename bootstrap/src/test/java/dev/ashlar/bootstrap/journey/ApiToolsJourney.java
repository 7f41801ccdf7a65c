// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.testing.NodeTool;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Linters find nothing in the API description, and a validating proxy finds no answer that contradicts it. */
@JourneyTest
@Tag("exhaustive")
class ApiToolsJourney {
    private static final NodeTool REDOCLY = new NodeTool("@redocly/cli@2.77.0", "redocly");
    private static final NodeTool SPECTRAL = new NodeTool("@stoplight/spectral-cli@6.16.3", "spectral");
    private static final NodeTool PRISM = new NodeTool("@stoplight/prism-cli@5.16.0", "prism");
    private static final Pattern SCRIPT = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private static final Pattern PROBLEM = Pattern.compile("\"type\": ?\"/problems/([^\"]+)\"");
    private static final Pattern MISSING = Pattern.compile("null|(jq|curl|bash): .*");

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @TempDir
    private Path directory;

    private File output;

    @BeforeEach
    void writeDescription() throws IOException {
        output = directory.resolve("output.txt").toFile();
        Files.writeString(
                directory.resolve("api.json"),
                Api.at(port).get("/v3/api-docs").is(200).text());
    }

    @Test
    void redoclyFindsNothing() throws IOException {
        REDOCLY.run(directory, output, "lint", "api.json");
        assertThat(output()).contains("Your API description is valid").doesNotContain("You have");
    }

    @Test
    void spectralFindsNothing() throws IOException {
        Files.writeString(directory.resolve("rules.yaml"), "extends: [\"spectral:oas\"]\n");
        SPECTRAL.run(directory, output, "lint", "api.json", "--ruleset", "rules.yaml", "--fail-severity", "hint");
        assertThat(output()).contains("No results with a severity of 'hint' or higher found");
    }

    /** README and each page of the documentation that calls the API. */
    static List<Path> tours() throws IOException {
        try (var pages = Files.list(Path.of("..", "docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("..", "README.md")),
                            pages.filter(page -> page.toString().endsWith(".md")))
                    .filter(page -> !scriptOf(page).isEmpty())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("tours")
    void answersOfATourAreAsDescribed(Path page) throws Exception {
        addJob();
        int proxy = freePort();
        var prism = PRISM.start(
                directory, output, "proxy", "api.json", "http://localhost:" + port, "--port", Integer.toString(proxy));
        try {
            await().atMost(Duration.ofMinutes(5)).until(() -> output().contains("Prism is listening"));
            var script = scriptOf(page).replace("http://localhost:8080", "http://127.0.0.1:" + proxy);
            var tour = new ProcessBuilder("bash", "-u", "-c", script)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("tour.txt").toFile())
                    .start();
            assertThat(tour.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            prism.descendants().forEach(ProcessHandle::destroy);
            prism.destroy();
        }
        assertThat(output().lines().filter(line -> line.contains("[PROXY]")))
                .as("requests of %s", page)
                .isNotEmpty();
        assertThat(violations()).as("violations in %s", page).isEmpty();
        assertThat(surprises(page)).as("answers that %s does not tell", page).isEmpty();
    }

    /** Adds the job that a page runs: here no instance has added its jobs, because none runs them. */
    private void addJob() {
        databases.database().psql().sql("""
                        INSERT INTO kernel.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES ('operations.snapshot-kpis', 'recurring', now(), FALSE, 1)
                        ON CONFLICT DO NOTHING""").update();
    }

    /** Requests may be wrong on purpose, to show a refusal; answers may not. */
    private List<String> violations() throws IOException {
        return output().lines()
                .filter(line -> line.contains("Violation: response"))
                .toList();
    }

    /** Refusals that the page does not name beside their requests, and values that an answer should have had. */
    private List<String> surprises(Path page) throws IOException {
        var script = scriptOf(page);
        return Files.readString(directory.resolve("tour.txt"))
                .lines()
                .filter(line -> MISSING.matcher(line).matches()
                        || PROBLEM.matcher(line)
                                .results()
                                .anyMatch(problem -> !script.contains("# " + problem.group(1))))
                .toList();
    }

    private static String scriptOf(Path page) {
        try {
            return SCRIPT.matcher(Files.readString(page))
                    .results()
                    .map(block -> block.group(1))
                    .filter(block -> block.contains("curl") || block.startsWith("api="))
                    .collect(Collectors.joining());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String output() throws IOException {
        return output.exists() ? Files.readString(output.toPath()) : "";
    }
}
