// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Commands of a page in {@code docs}, which a test runs as a reader would.
 *
 * @param text lines for a shell
 */
public record PageCommands(String text) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    /** Finds the first block of the page that contains a word. */
    public static PageCommands of(String page, String word) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", page)))
                .results()
                .map(block -> new PageCommands(block.group(1)))
                .filter(commands -> commands.text.contains(word))
                .findFirst()
                .orElseThrow();
    }

    /** Runs them with the programs of a server in a directory, until the first one fails. */
    public void run(InstalledPostgres server, Path directory, Map<String, String> variables)
            throws IOException, InterruptedException {
        var output = directory.resolve("output.txt").toFile();
        var builder = new ProcessBuilder("bash", "-eu", "-c", text)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().merge("PATH", server.programs() + ":", (path, programs) -> programs + path);
        builder.environment().putAll(variables);
        var shell = builder.start();
        assertThat(shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(output.toPath())).isZero();
    }
}
