package dev.ashlar.publishing.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the RealWorld API writes them: UTC with milliseconds, also where these are zero. */
final class RealWorldTime {
    static final String EXAMPLE = "2026-01-31T09:30:00.000Z";

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private RealWorldTime() {}

    static String of(Instant time) {
        return FORM.format(time);
    }
}
