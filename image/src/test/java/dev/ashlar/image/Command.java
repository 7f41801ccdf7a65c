// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Command of this machine that must succeed. */
final class Command {
    private Command() {}

    /** Runs it and returns its output. */
    static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " failed with exit code " + exitCode + ":\n" + output);
        }
        return output;
    }
}
