// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.InstantRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Window of local time within one day, in minutes.
 *
 * @param start first minute, from 0
 * @param end first minute after it, up to {@value #DAY}
 */
record LocalWindow(int start, int end) {
    static final int DAY = 24 * 60;

    static LocalWindow of(String pointer, LocalTime start, LocalTime end) {
        Fields.require(isWholeMinute(start) && isWholeMinute(end), pointer, "must be in whole minutes");
        var window = new LocalWindow(minuteOf(start), end.equals(LocalTime.MIDNIGHT) ? DAY : minuteOf(end));
        Fields.require(window.start < window.end, pointer, "must end after they start; 00:00 is the end of the day");
        return window;
    }

    /**
     * Returns the spans in which the clock of a zone shows these minutes of a day: usually one, none where the clock
     * skips them, two where it repeats them. An instant counts exactly if its local time is in the window.
     */
    List<InstantRange> on(LocalDate day, ZoneId zone) {
        var spans = new ArrayList<InstantRange>();
        var midnight = day.atStartOfDay();
        // No zone reaches the day earlier than the first of these, or leaves it later than the last.
        var from = midnight.toInstant(ZoneOffset.MAX);
        var last = midnight.plusDays(1).toInstant(ZoneOffset.MIN);
        while (from.isBefore(last)) {
            var offset = zone.getRules().getOffset(from);
            var transition = zone.getRules().nextTransition(from);
            var until = transition == null ? last : earlier(transition.getInstant(), last);
            var opens = later(midnight.plusMinutes(start).toInstant(offset), from);
            var closes = earlier(midnight.plusMinutes(end).toInstant(offset), until);
            if (opens.isBefore(closes)) {
                add(spans, opens, closes);
            }
            from = until;
        }
        return spans;
    }

    /** Joins spans that touch: the clock skipped an hour, but time did not. */
    private static void add(List<InstantRange> spans, Instant opens, Instant closes) {
        if (!spans.isEmpty() && opens.equals(spans.getLast().until())) {
            opens = spans.removeLast().from();
        }
        spans.add(new InstantRange(opens, closes));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }

    private static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
