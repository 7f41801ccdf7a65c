// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.CalendarText;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarZoneTest {
    private static final Instant FROM = Instant.parse("2010-06-15T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int DAYS = 3 * 365;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York",
                "Europe/Berlin",
                "Australia/Lord_Howe",
                "Pacific/Auckland",
                "Pacific/Apia",
                "Africa/Cairo",
                "Africa/Casablanca",
                "America/Nuuk",
                "Asia/Kolkata",
                "Europe/Dublin",
                "UTC"
            })
    void hasTheOffsetsOfTheZone(String id) throws Exception {
        var zone = ZoneId.of(id);
        var text = new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "test");
        CalendarZone.write(text, zone, FROM, NOW);
        text.line("END", "VCALENDAR");

        var calendar = new CalendarBuilder().build(new StringReader(text.toString()));

        assertThat(calendar.validate(true).hasErrors()).isFalse();
        var written = (VTimeZone) calendar.getComponents("VTIMEZONE").getFirst();
        // Every fifth day of some years in the past, at present and near the end of what is written out.
        for (var start : new Instant[] {FROM, NOW, NOW.plusSeconds(27L * 365 * 86_400)}) {
            assertThat(IntStream.range(0, DAYS / 5)
                            .mapToObj(fifth -> start.plusSeconds(fifth * 5 * 86_400L))
                            .filter(at -> isSettled(zone.getRules(), at)))
                    .allSatisfy(at -> assertThat(offset(written, at))
                            .isEqualTo(zone.getRules().getOffset(at)));
        }
    }

    /** True unless the clock has changed within a day, when ical4j is not exact. */
    private static boolean isSettled(ZoneRules rules, Instant at) {
        return rules.getOffset(at).equals(rules.getOffset(at.minusSeconds(86_400)));
    }

    private static ZoneOffset offset(VTimeZone zone, Instant at) {
        return zone.getApplicableObservance(at.atOffset(ZoneOffset.UTC))
                .<TzOffsetTo>getProperty(Property.TZOFFSETTO)
                .orElseThrow()
                .getOffset();
    }
}
