// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Texts and lists in CSV (RFC 4180). */
public final class Csv {
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

    private Csv() {}

    /** Quotes a text, with an apostrophe before all that a spreadsheet would read as a formula; null is quoted as an empty text. */
    public static String quoted(@Nullable String text) {
        var safe = text == null ? "" : FORMULA_START.matcher(text).replaceAll("'");
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Returns a text that was read from CSV without the apostrophes that {@link #quoted} has put before formulas. */
    public static String withoutApostrophes(String text) {
        return DEFUSED.matcher(text).replaceAll("");
    }

    /**
     * Sends a list as a file, page by page, so that memory does not grow with the number of rows. The first page is read before
     * anything is sent, so that a refusal is answered as a problem.
     *
     * @param header first line, without its end
     * @param line returns a row as a line, without its end
     */
    public static <T> void send(
            HttpServletResponse response,
            String fileName,
            Function<PageRequest, Page<T>> pages,
            String header,
            Function<T, String> line)
            throws IOException {
        var page = pages.apply(new PageRequest(PageRequest.MAX_LIMIT, null));
        response.setContentType(MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        // The writer of the response would hide that the client has disconnected.
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(header + LINE_END);
        while (true) {
            for (var row : page.items()) {
                out.write(line.apply(row) + LINE_END);
            }
            out.flush();
            if (page.next() == null) {
                return;
            }
            page = pages.apply(new PageRequest(PageRequest.MAX_LIMIT, page.next()));
        }
    }
}
