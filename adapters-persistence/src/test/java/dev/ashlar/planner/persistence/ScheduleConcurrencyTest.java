// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.planner.application.ScheduleService;
import dev.ashlar.planner.domain.SampleItems;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Autowired;

/** Edits of one series at the same instant: one of them is done, and no occurrence is lost or doubled. */
@ServiceTest
class ScheduleConcurrencyTest {
    private static final IdSource IDS = IdSource.timeOrdered();
    private static final LocalDate THIRD = LocalDate.parse("2026-03-16");

    private final ScheduleService schedule;

    @Autowired
    ScheduleConcurrencyTest(ScheduleService schedule) {
        this.schedule = schedule;
    }

    @Race(5)
    void letsOneOfManyEditsOfASeriesWin() {
        var owner = new Actor(new UserId(IDS.next()), Role.STUDENT, Actor.DEFAULT_PLATFORM);
        var weekly = SampleItems.details(SampleItems.hour("2026-03-02T09:00"), "FREQ=WEEKLY;COUNT=6");
        var rest = SampleItems.details(SampleItems.hour("2026-03-16T11:00"), null);
        var id = schedule.create(owner, weekly).id();
        Callable<Object> split = () -> schedule.editFollowing(owner, id, THIRD, 0, rest);

        var outcomes = Together.run(List.of(split, split, split, split, split, split));

        assertThat(outcomes).filteredOn(Together.Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.type()).isEqualTo(KernelProblem.STALE_VERSION)));
        assertThat(schedule.schedule(
                                owner,
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-05-01"),
                                ZoneOffset.UTC,
                                PageRequest.first())
                        .items())
                .as("the series and its rest have six occurrences as before")
                .hasSize(6);
    }
}
