// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Reads and writes text in UTF-8. A file that cannot be read or written ends the examination; a byte that is no UTF-8 does not. */
public final class TextFiles {
    private TextFiles() {}

    /** Returns the files below a directory, at any depth, whose names match, by their paths. */
    public static List<Path> under(Path directory, String name) {
        return under(directory, Integer.MAX_VALUE, name);
    }

    /** Returns the same down to some depth. */
    public static List<Path> under(Path directory, int depth, String name) {
        var isNamed = Pattern.compile(name).asMatchPredicate();
        try (var files = Files.walk(directory, depth)) {
            return files.filter(file -> isNamed.test(file.getFileName().toString()))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(directory.toString(), unreadable);
        }
    }

    /** Returns the content of a file. */
    public static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** Returns the lines of a file; none if it is not there. */
    public static List<String> lines(Path file) {
        return Files.exists(file) ? text(file).lines().toList() : List.of();
    }

    /** Writes a file, and the directory that it is in. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file.toString(), unwritable);
        }
    }
}
