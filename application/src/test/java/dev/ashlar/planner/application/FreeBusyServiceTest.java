// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.application.Crew.person;
import static dev.ashlar.planner.domain.SampleItems.days;
import static dev.ashlar.planner.domain.SampleItems.hour;
import static dev.ashlar.planner.domain.SampleItems.item;
import static dev.ashlar.planner.domain.SampleItems.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.planner.application.FreeBusyView.BusySpan;
import dev.ashlar.planner.domain.InMemoryScheduleItems;
import dev.ashlar.planner.domain.PlannerProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeBusyServiceTest {
    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-05T00:00:00Z");

    private final Crew crew = new Crew();
    private final InMemoryScheduleItems items = new InMemoryScheduleItems();
    private final FreeBusyService freeBusy = new FreeBusyService(crew.friendships, new Agenda(items));
    private final Actor ann = person();
    private final Actor ben = person();

    @Test
    void mergesWhatIsOnTheScheduleOfAFriend() {
        crew.befriend(ann, ben);
        items.insert(series(ben.userId(), "2026-03-02T09:00:00", "FREQ=DAILY"));
        items.insert(item(ben.userId(), hour("2026-03-03T09:30:00")));
        items.insert(item(ben.userId(), days("2026-03-04", "2026-03-06")));
        items.insert(item(ann.userId(), hour("2026-03-03T20:00:00")));

        assertThat(freeBusy.of(ann, ben.userId(), FROM, TO).busy())
                .containsExactly(
                        busy("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z"),
                        busy("2026-03-03T08:00:00Z", "2026-03-03T09:30:00Z"),
                        busy("2026-03-03T23:00:00Z", "2026-03-05T00:00:00Z"));
    }

    @Test
    void tellsNothingToPeopleWhoAreNoFriends() {
        assertRefused(PlannerProblem.FRIEND_NOT_FOUND, () -> freeBusy.of(ann, ben.userId(), FROM, TO));
        assertRefused(PlannerProblem.FRIEND_NOT_FOUND, () -> freeBusy.of(ann, ann.userId(), FROM, TO));
        crew.friendshipService.request(ann, ben.userId());
        assertRefused(PlannerProblem.FRIEND_NOT_FOUND, () -> freeBusy.of(ann, ben.userId(), FROM, TO));
        var id = crew.friendshipService.request(ben, ann.userId()).id();
        assertThat(freeBusy.of(ann, ben.userId(), FROM, TO).busy()).isEmpty();
        crew.friendshipService.block(ben, id);
        assertRefused(PlannerProblem.FRIEND_NOT_FOUND, () -> freeBusy.of(ann, ben.userId(), FROM, TO));
        assertRefused(PlannerProblem.FRIEND_NOT_FOUND, () -> freeBusy.of(ben, ann.userId(), FROM, TO));
    }

    @Test
    void refusesARangeThatIsNoneOrTooLong() {
        crew.befriend(ann, ben);
        assertRefused(KernelProblem.INVALID_REQUEST, () -> freeBusy.of(ann, ben.userId(), FROM, FROM));
        var last = FROM.plus(Duration.ofDays(FreeBusyService.MAX_DAYS));
        assertThat(freeBusy.of(ann, ben.userId(), FROM, last).busy()).isEmpty();
        assertRefused(KernelProblem.INVALID_REQUEST, () -> freeBusy.of(ann, ben.userId(), FROM, last.plusSeconds(1)));
        for (var far : List.of("0001-01-01T00:00:00Z", "1899-12-31T00:00:00Z", "9001-01-01T00:00:00Z")) {
            var from = Instant.parse(far);
            assertRefused(
                    KernelProblem.INVALID_REQUEST, () -> freeBusy.of(ann, ben.userId(), from, from.plusSeconds(1)));
        }
        assertRefused(KernelProblem.INVALID_REQUEST, () -> freeBusy.of(ann, ben.userId(), Instant.MIN, Instant.MAX));
    }

    private static BusySpan busy(String from, String until) {
        return new BusySpan(Instant.parse(from), Instant.parse(until));
    }
}
