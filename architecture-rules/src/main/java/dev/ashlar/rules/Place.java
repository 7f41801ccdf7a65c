// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Place of a subject: the file and line to open, and where a waiver is looked for.
 *
 * {@snippet :
 * Place.in(Path.of("OrderMapper.xml"), 41, 48, "OrderMapper.page").toString(); // OrderMapper.xml:41 OrderMapper.page
 * }
 *
 * @param file the file, or null for something that only the database knows
 * @param line first line of the element, from 1; 0 when only the file is known
 * @param lastLine last line of the element; 0 means the end of the file
 * @param element what it is called: a statement, a changeset, a table, a class
 */
public record Place(@Nullable Path file, int line, int lastLine, String element) {
    private static final Path ROOT = root();

    /** Returns something in a file, from one line to another. */
    public static Place in(Path file, int line, int lastLine, String element) {
        return new Place(file, line, lastLine, element);
    }

    /** Returns something that has no file: a table of a database whose changelog is not known. */
    public static Place of(String element) {
        return new Place(null, 0, 0, element);
    }

    /**
     * Returns the URI of the file relative to the root of the repository, which is the nearest directory above the working directory that
     * holds {@code .git}, else the working directory. Absolute for a file that is not below the root; null if there is no file.
     */
    @Nullable
    URI uri() {
        return file == null
                ? null
                : ROOT.toUri().relativize(file.toAbsolutePath().normalize().toUri());
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        for (var directory = here; directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve(".git"))) {
                return directory;
            }
        }
        return here;
    }

    /** {@code WalletMapper.xml:34 WalletMapper.post}, which editors turn into a link. */
    @Override
    public String toString() {
        if (file == null) {
            return element;
        }
        return file + (line > 0 ? ":" + line : "") + " " + element;
    }
}
