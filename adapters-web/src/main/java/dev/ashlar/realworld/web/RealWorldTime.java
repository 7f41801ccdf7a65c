// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times in the format of the RealWorld API: UTC with milliseconds, also where these are zero. */
final class RealWorldTime {
    static final String EXAMPLE = "2026-01-31T09:30:00.000Z";

    private static final int UP_TO_MILLIS = "2026-01-31T09:30:00.000".length();
    private static final int NANOS_OF_MILLI = 1_000_000;

    private RealWorldTime() {}

    // A formatter would take a thirtieth of the time of a list. One nanosecond more makes toString write all digits.
    static String of(Instant time) {
        int nanos = time.getNano() / NANOS_OF_MILLI * NANOS_OF_MILLI + 1;
        var exact = LocalDateTime.ofEpochSecond(time.getEpochSecond(), nanos, ZoneOffset.UTC);
        return exact.toString().substring(0, UP_TO_MILLIS) + 'Z';
    }
}
