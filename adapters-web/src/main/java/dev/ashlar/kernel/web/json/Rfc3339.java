package dev.ashlar.kernel.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads points in time as RFC 3339 defines them: a date, a time and an offset, nothing left out, nothing guessed. */
final class Rfc3339 {
    static final String EXPECTATION = "must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z";

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private Rfc3339() {}

    /** The instant, or null if the text is none. */
    static @Nullable Instant parseOrNull(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
