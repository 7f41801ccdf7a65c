package dev.ashlar.kernel.web;

import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;

/** Lists as CSV files, sent page by page, so that memory does not grow with the number of rows. */
public final class CsvDownload {
    private CsvDownload() {}

    /**
     * Sends a list. The first page is read before anything is sent, so that a refusal is answered as a problem.
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
        response.setContentType(CsvText.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        // The writer of the response would hide that the client has disconnected.
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(header + CsvText.LINE_END);
        write(page, line, out);
        for (var next = page.next(); next != null; next = page.next()) {
            page = pages.apply(new PageRequest(PageRequest.MAX_LIMIT, next));
            write(page, line, out);
        }
    }

    private static <T> void write(Page<T> page, Function<T, String> line, Writer out) throws IOException {
        for (var row : page.items()) {
            out.write(line.apply(row) + CsvText.LINE_END);
        }
        out.flush();
    }
}
