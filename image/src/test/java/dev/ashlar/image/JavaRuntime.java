// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Java runtime of the image, linked from the JDK that runs this, and the libraries of this machine that it needs. */
final class JavaRuntime {
    /**
     * All of Java SE; then character sets, locales, DNS, attached tools and flight recordings as a JDK has them; and all security providers that the
     * JDK's configuration names, because the JVM searches the class path for a missing one, and loads Bouncy Castle's 650 classes there.
     */
    private static final List<String> MODULES = List.of(
            "java.se",
            "java.smartcardio",
            "jdk.charsets",
            "jdk.crypto.cryptoki",
            "jdk.crypto.ec",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.management.agent",
            "jdk.naming.dns",
            "jdk.net",
            "jdk.security.auth",
            "jdk.security.jgss",
            "jdk.unsupported",
            "jdk.zipfs");

    /** A line of {@code ldd}: "libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x…)", or the loader's path alone. */
    private static final Pattern LIBRARY = Pattern.compile("^\\s+(?:\\S+ => )?(/\\S+) \\(0x", Pattern.MULTILINE);

    private JavaRuntime() {}

    static Path java(Path root) {
        return root.resolve("opt/java/bin/java");
    }

    /** @param options of the JVM, which precede those of the operator */
    static void link(Path root, String options) throws IOException, InterruptedException {
        var home = root.resolve("opt/java");
        Files.createDirectories(home.getParent());
        Command.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--no-header-files",
                "--no-man-pages",
                "--add-options",
                options,
                "--ignore-modified-runtime", // packages of Linux distributions replace the list of certificates
                "--output",
                home.toString()));
        for (var library : libraries(home)) {
            var copy = root.resolve(library.substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of(library), copy);
        }
    }

    private static TreeSet<String> libraries(Path home) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("ldd"));
        try (var programs = Files.list(home.resolve("bin"));
                var libraries = Files.walk(home.resolve("lib"))) {
            Stream.concat(programs, libraries.filter(file -> file.toString().endsWith(".so")))
                    .map(Path::toString)
                    .forEach(command::add);
        }
        var found = new TreeSet<String>();
        LIBRARY.matcher(Command.run(command))
                .results()
                .map(line -> line.group(1))
                .filter(library -> !library.startsWith(home.toString()))
                .forEach(found::add);
        return found;
    }
}
