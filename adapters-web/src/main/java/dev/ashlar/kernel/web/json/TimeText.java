package dev.ashlar.kernel.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form in which points in time and places in the calendar are written (RFC 3339): nothing left out, nothing guessed.
 *
 * @param type what is written
 * @param form how
 * @param parse reads text of that form
 * @param expectation what a right value looks like
 */
record TimeText<T>(Class<T> type, Pattern form, Function<String, T> parse, String expectation) {
    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";

    static final TimeText<Instant> INSTANT = new TimeText<>(
            Instant.class,
            Pattern.compile(DATE + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})"),
            text -> OffsetDateTime.parse(text).toInstant(),
            "must be an RFC 3339 time with an offset, such as 2026-01-31T09:30:00Z");
    static final TimeText<LocalDate> LOCAL_DATE = new TimeText<>(
            LocalDate.class, Pattern.compile(DATE), LocalDate::parse, "must be a date such as 2026-01-31");
    static final TimeText<LocalTime> LOCAL_TIME = new TimeText<>(
            LocalTime.class, Pattern.compile(TIME), LocalTime::parse, "must be a time of day such as 09:30");
    static final TimeText<LocalDateTime> LOCAL_DATE_TIME = new TimeText<>(
            LocalDateTime.class,
            Pattern.compile(DATE + 'T' + TIME),
            LocalDateTime::parse,
            "must be a date and time without an offset, such as 2026-01-31T09:30");

    /** The value, or null if the text is none. */
    @Nullable
    T parseOrNull(String text) {
        if (!form.matcher(text).matches()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
