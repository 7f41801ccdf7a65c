package dev.ashlar.rules;

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
    /** Something in a file, from one line to another. */
    public static Place in(Path file, int line, int lastLine, String element) {
        return new Place(file, line, lastLine, element);
    }

    /** Something that has no file: a table of a database whose changelog is not known. */
    public static Place of(String element) {
        return new Place(null, 0, 0, element);
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
