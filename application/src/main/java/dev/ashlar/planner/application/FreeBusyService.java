// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.application.FreeBusyView.BusySpan;
import dev.ashlar.planner.domain.BusyTimes;
import dev.ashlar.planner.domain.Friendship;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.PlannerProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** Free and busy times, which friends see of each other. */
@ApplicationService
public class FreeBusyService {
    public static final int MAX_DAYS = 62;

    /** Whole days of an item's zone begin and end at most this far from those in UTC. */
    private static final Duration MARGIN = Duration.ofHours(18);

    private static final Instant FIRST =
            LocalDate.of(ItemTime.FIRST_YEAR, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant LAST =
            LocalDate.of(ItemTime.LAST_YEAR, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final Friendships friendships;
    private final Agenda agenda;

    FreeBusyService(Friendships friendships, Agenda agenda) {
        this.friendships = friendships;
        this.agenda = agenda;
    }

    /** Returns the times in which a friend of the actor is busy. Titles and reasons are not told. */
    public FreeBusyView of(Actor actor, UserId friend, Instant from, Instant to) {
        Fields.require(!from.isBefore(FIRST) && !from.isAfter(LAST), "from", "must be from " + FIRST + " to " + LAST);
        Fields.require(from.isBefore(to), "to", "must be after from");
        Fields.require(
                Duration.between(from, to).compareTo(Duration.ofDays(MAX_DAYS)) <= 0,
                "to",
                "must be at most " + MAX_DAYS + " days after from");
        if (friendships
                .between(actor.userId(), friend)
                .filter(Friendship::isAccepted)
                .isEmpty()) {
            throw PlannerProblem.FRIEND_NOT_FOUND.because(
                    "You have no friend " + friend.value() + ". List your accepted friendships to find the id.");
        }
        var around = new InstantRange(from.minus(MARGIN), to.plus(MARGIN));
        var taken = agenda.occurrences(friend, around, ZoneOffset.UTC).stream()
                .map(occurrence -> span(occurrence.time()))
                .toList();
        var busy = BusyTimes.within(new InstantRange(from, to), taken).spans().stream()
                .map(span -> new BusySpan(span.from(), Objects.requireNonNull(span.until())))
                .toList();
        return new FreeBusyView(friend, from, to, busy);
    }

    /** Whole days are those of the item's zone, because the reader's zone is not that of the friend. */
    private static InstantRange span(ItemTime time) {
        return time.range(ZoneId.of(time.zone()));
    }
}
