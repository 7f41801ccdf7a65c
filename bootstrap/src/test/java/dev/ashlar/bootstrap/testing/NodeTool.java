// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Command of an npm package, which npm fetches when it is first used. A test is skipped where there is no npm. */
public record NodeTool(String packageName, String command) {
    private static final int PATIENCE = 5; // minutes; the first run downloads the package

    /** Runs the command to its end and returns its exit code; its output is in a file of the directory. */
    public int run(Path directory, File output, String... arguments) {
        return exitCode(start(directory, output, arguments), output);
    }

    /** Starts the command. */
    public Process start(Path directory, File output, String... arguments) {
        var line = new ArrayList<>(List.of("exec", "--yes", "--package=" + packageName, "--", command));
        line.addAll(List.of(arguments));
        return start(directory, output, Map.of(), line);
    }

    /** Runs npm itself, with variables in its environment. */
    public static int npm(Path directory, File output, Map<String, String> variables, String... arguments) {
        return exitCode(start(directory, output, variables, List.of(arguments)), output);
    }

    private static int exitCode(Process process, File output) {
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("npm did not end:\n" + Files.readString(output.toPath()));
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process start(Path directory, File output, Map<String, String> variables, List<String> arguments) {
        assumeTrue(isThereNpm(), "npm is not installed");
        var line = new ArrayList<>(List.of("npm"));
        line.addAll(arguments);
        try {
            var builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            builder.environment().putAll(variables);
            var process = builder.start();
            process.getOutputStream().close(); // some tools would read it
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isThereNpm() {
        try {
            return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
