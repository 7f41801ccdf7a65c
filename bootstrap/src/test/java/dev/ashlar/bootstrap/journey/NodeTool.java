package dev.ashlar.bootstrap.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Command of an npm package, which npm fetches when it is first used. A test is skipped where there is no npm. */
record NodeTool(String packageName, String command) {
    private static final int PATIENCE = 5; // minutes; the first run downloads the package

    /** Runs the command to its end and returns its exit code; its output is in a file of the directory. */
    int run(Path directory, File output, String... arguments) {
        var process = start(directory, output, arguments);
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end:\n" + Files.readString(output.toPath()));
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts the command. */
    Process start(Path directory, File output, String... arguments) {
        assumeTrue(isThereNpm(), "npm is not installed");
        var line = new ArrayList<>(List.of("npm", "exec", "--yes", "--package=" + packageName, "--", command));
        line.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
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
