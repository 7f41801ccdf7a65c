// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import dev.ashlar.kernel.web.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The same reading as a handler in Ashlar's own server, behind the same filters, with its tokens, sessions and pool: what Ashlar
 * takes beyond it is taken by its layers, from controller to mapper, and what this takes beyond {@link BareConduit} by the
 * framework.
 */
@Controller
@Profile(BareHandler.PROFILE)
final class BareHandler {
    /** No other process has it. */
    static final String PROFILE = "benchmark";

    private final DataSource readers;
    private final PlainReading reading = new PlainReading();

    BareHandler(@Qualifier("readers") DataSource readers) {
        this.readers = readers;
    }

    @GetMapping({"/bare/articles", "/bare/articles/feed", "/bare/articles/{slug}", "/bare/tags"})
    @PublicEndpoint
    void read(
            @RequestParam(defaultValue = "20") int limit,
            @Nullable Principal reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws SQLException, IOException {
        response.setContentType("application/json;charset=utf-8");
        try (var connection = readers.getConnection()) {
            reading.answer(
                    request.getRequestURI(),
                    reader == null ? null : UUID.fromString(reader.getName()),
                    connection,
                    response.getOutputStream());
        }
    }
}
