package dev.ashlar.kernel.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts in CSV (RFC 4180). */
public final class CsvText {
    /** Media type of CSV answers. */
    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /** End of a line. */
    public static final String LINE_END = "\r\n";

    /**
     * Start of a formula in a spreadsheet, as OWASP lists them, with their full-width forms. A spreadsheet that separates cells by
     * semicolons or tabs starts a cell within a quoted text, too.
     */
    private static final Pattern FORMULA_START =
            Pattern.compile("(?<=^|[;\\t\\r\\n])(?=\\h*[=+\\-@＝＋－＠])|^(?=[\\t\\r\\n])");

    /** Apostrophe that {@link #quoted} has written. */
    private static final Pattern DEFUSED =
            Pattern.compile("(?<=^|[;\\t\\r\\n])'(?=\\h*[=+\\-@＝＋－＠])|^'(?=[\\t\\r\\n])");

    private CsvText() {}

    /** Quotes a text, with an apostrophe before all that a spreadsheet would read as a formula; null is quoted as an empty text. */
    public static String quoted(@Nullable String text) {
        var safe = text == null ? "" : FORMULA_START.matcher(text).replaceAll("'");
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Returns a text that was read from CSV without the apostrophes that {@link #quoted} has put before formulas. */
    public static String withoutApostrophes(String text) {
        return DEFUSED.matcher(text).replaceAll("");
    }
}
