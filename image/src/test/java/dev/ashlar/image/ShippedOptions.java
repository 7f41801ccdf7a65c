// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Options of the JVM that Ashlar is shipped with, in the image as in {@code deploy/compose.yaml}, which names them and their reasons. */
final class ShippedOptions {
    private static final Pattern IN_COMPOSE_FILE = Pattern.compile("JAVA_TOOL_OPTIONS: (.+)");

    private ShippedOptions() {}

    /** Returns the options, separated by spaces. */
    static String of(Path project) throws IOException {
        var options = IN_COMPOSE_FILE.matcher(Files.readString(project.resolve("deploy/compose.yaml")));
        if (!options.find()) {
            throw new IllegalStateException("deploy/compose.yaml names no JAVA_TOOL_OPTIONS");
        }
        return options.group(1);
    }
}
