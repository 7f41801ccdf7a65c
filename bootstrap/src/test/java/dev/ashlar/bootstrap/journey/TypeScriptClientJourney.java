// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.testing.NodeTool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The client in {@code examples/typescript}: its types are generated, it compiles, and its tour ends as expected. */
@JourneyTest
@Tag("exhaustive")
class TypeScriptClientJourney {
    private static final Path EXAMPLE = Path.of("..", "examples", "typescript");

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    @BeforeEach
    void install() throws IOException {
        for (var file : List.of("package.json", "package-lock.json", "tsconfig.json", "client.ts", "tour.ts")) {
            Files.copy(EXAMPLE.resolve(file), directory.resolve(file));
        }
        npm("ci", "--no-audit", "--no-fund");
        npm("run", "generate");
        npm("run", "build");
    }

    @Test
    void makesItsTour() throws IOException {
        assertThat(npm("start").lines())
                .containsSubsequence(
                        "repeated true",
                        "entry -20, balance 30",
                        "entry 50, balance 50",
                        "refused 422 /problems/wallet.tokens-insufficient",
                        "renamed Send the invoices of November",
                        "stale 412 /problems/request.stale-version");
    }

    @Test
    void failsToCompileACallThatIsNotDescribed() throws IOException {
        var tour = directory.resolve("tour.ts");
        Files.writeString(tour, Files.readString(tour).replace("/api/v1/wallet/usages", "/api/v1/purse/usages"));

        assertThat(run("run", "build")).isNotZero();
        assertThat(Files.readString(output().toPath())).contains("purse");
    }

    private String npm(String... arguments) throws IOException {
        int exitCode = run(arguments);
        var text = Files.readString(output().toPath());
        assertThat(exitCode).as(text).isZero();
        return text;
    }

    private int run(String... arguments) {
        return NodeTool.npm(directory, output(), Map.of("API", "http://localhost:" + port), arguments);
    }

    private File output() {
        return directory.resolve("output.txt").toFile();
    }
}
