// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Applications} and {@link ApplicationEvents}. */
public abstract class ApplicationsContract extends AdmissionsContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void storesEveryField() {
        var draft = Intake.draft(batch);
        assertThat(stores().applications().insert(draft)).isTrue();
        stores().events().insert(ApplicationEvent.created(draft));

        assertThat(stores().applications().find(draft.id())).contains(draft);
        assertThat(stores().applications().lock(draft.id())).contains(draft);
        assertThat(stores().applications().find(Intake.draft(batch).id())).isEmpty();
        assertThat(stores().applications().lock(Intake.draft(batch).id())).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void storesOneChangeOfAVersion() {
        var college = Intake.college("One", "City");
        stores().colleges().insert(college);
        var draft = Intake.draft(batch);
        stores().applications().insert(draft);
        var chosen = draft.with(new ApplicationEdit(Change.keep(), Change.to(college.id())), NOW);
        var next = Intake.waiting(chosen.discountedTo(Intake.half()), NOW);

        assertThat(stores().applications().change(next, 0, NOW)).isTrue();
        assertThat(stores().applications().change(draft, 0, NOW)).isFalse();

        assertThat(again(draft))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(next);
        assertThat(again(draft).version()).isEqualTo(1);
        assertThat(stores().applications().change(Intake.draft(batch), 0, NOW)).isFalse();
    }

    @Test
    void storesOneLiveApplicationOfAPersonForACourse() {
        var user = Intake.user();
        var first = stored(Intake.draft(user, batch).submitted());
        var other = Intake.openBatch(course, 1);
        stores().batches().insert(other);

        assertThat(stores().applications().insert(Intake.draft(user, other))).isFalse();
        assertThat(stores().applications().findLive(user, course.id())).contains(first);

        stores().applications().change(first.withdrawn(), 1, NOW);

        assertThat(stores().applications().findLive(user, course.id())).isEmpty();
        assertThat(stores().applications().insert(Intake.draft(user, other))).isTrue();
    }

    @Test
    void boundsTheApplicationsOfADay() {
        var user = Intake.user();
        for (int created = 0; created < Application.MAX_A_DAY; created++) {
            stored(Intake.draft(user, batch).withdrawn());
        }

        assertThat(stores().applications().insert(Intake.draft(user, batch))).isFalse();
        assertThat(stores().applications().insert(Intake.draft(batch))).isTrue();
    }

    @Test
    void offersSeatsInTheOrderOfTheListAndThenOfTheKeys() {
        var late = stored(Intake.waiting(Intake.draft(batch), NOW.plus(MINUTE)));
        var first = stored(Intake.waiting(Intake.draft(batch), NOW));
        var second = stored(Intake.waiting(Intake.draft(batch), NOW));

        assertThat(offer(1)).containsExactly(new SeatOffer(first.id(), first.userId()));
        assertThat(offer(2))
                .containsExactly(new SeatOffer(second.id(), second.userId()), new SeatOffer(late.id(), late.userId()));
        assertThat(offer(2)).isEmpty();

        var standing = again(first).standing();
        assertThat(standing)
                .isEqualTo(new Standing(ApplicationStatus.ACCEPTED, null, NOW.plus(MINUTE), Intake.REVIEWER));
        assertThat(again(first).version()).isEqualTo(2);
    }

    @Test
    void offersNoSeatToThoseWhoNoLongerWait() {
        stored(Intake.waiting(Intake.draft(batch), NOW).withdrawn());
        stored(Intake.accepted(Intake.draft(batch)));
        var elsewhere = Intake.openBatch(course, 1);
        stores().batches().insert(elsewhere);
        stored(Intake.waiting(Intake.draft(elsewhere), NOW));
        var waiting = stored(Intake.waiting(Intake.draft(batch), NOW.plus(MINUTE)));

        assertThat(offer(2)).containsExactly(new SeatOffer(waiting.id(), waiting.userId()));
    }

    @Test
    void endsTheWaitingListOfABatch() {
        var waiting = stored(Intake.waiting(Intake.draft(batch), NOW));
        var last = stored(Intake.waiting(Intake.draft(batch), NOW.plus(MINUTE)));
        var rejected = stored(
                Intake.waiting(Intake.draft(batch), NOW).reviewed(ApplicationStatus.REJECTED, Intake.REVIEWER, NOW));
        var elsewhere = stored(Intake.waiting(Intake.draft(other(course)), NOW));

        assertThat(stores().applications().endWaiting(batch.id(), Intake.user(), "Cancelled", NOW))
                .isEqualTo(2);
        assertThat(stores().applications().endWaiting(batch.id(), Intake.user(), "Cancelled", NOW))
                .isZero();

        for (var accepted : List.of(waiting, last)) {
            assertThat(again(accepted).standing())
                    .isEqualTo(new Standing(ApplicationStatus.ACCEPTED, null, null, Intake.REVIEWER));
            assertThat(again(accepted).version()).isEqualTo(2);
        }
        assertThat(again(rejected)).isEqualTo(rejected);
        assertThat(again(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void endsExpiredOffersAndReturnsTheirSeats() {
        var expired = stored(Intake.offered(Intake.draft(batch), NOW));
        var current = stored(Intake.offered(Intake.draft(batch), NOW.plus(MINUTE)));
        stores().batches().offer(batch.id(), 2, NOW);

        assertThat(stores().applications().endExpiredOffers(NOW, 10)).isEqualTo(1);
        assertThat(stores().applications().endExpiredOffers(NOW, 10)).isZero();

        assertThat(again(expired).hasOffer()).isFalse();
        assertThat(again(expired).status()).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(again(current).hasOffer()).isTrue();
        assertThat(seats()).isEqualTo(new Seats(2, 0, 1));
    }

    @Test
    void withdrawsTheApplicationsOfAPersonThatAreNotOverAndHaveNoSeat() {
        var user = Intake.user();
        for (var over : List.of(
                Intake.draft(user, batch).withdrawn(),
                Intake.underReview(Intake.draft(user, batch))
                        .reviewed(ApplicationStatus.REJECTED, Intake.REVIEWER, NOW))) {
            stored(over);
        }
        var offered = stored(Intake.offered(Intake.draft(user, batch), NOW));
        stores().batches().offer(batch.id(), 2, NOW);
        var pending = Intake.discount(offered, user);
        stores().discounts().insert(pending);
        var other = stored(Intake.waiting(Intake.draft(batch), NOW));
        var elsewhere = Intake.course();
        stores().courses().insert(elsewhere);
        var waiting = stored(Intake.waiting(Intake.draft(user, other(elsewhere)), NOW));
        var third = Intake.course();
        stores().courses().insert(third);
        var enrolled = stored(Intake.accepted(Intake.draft(user, other(third))).enrolled());

        assertThat(stores().applications().withdrawUnseated(user, NOW)).isEqualTo(2);
        assertThat(stores().applications().withdrawUnseated(user, NOW)).isZero();

        for (var withdrawn : List.of(offered, waiting)) {
            assertThat(again(withdrawn).standing())
                    .isEqualTo(new Standing(ApplicationStatus.WITHDRAWN, null, null, Intake.REVIEWER));
        }
        assertThat(again(other)).isEqualTo(other);
        assertThat(again(enrolled)).isEqualTo(enrolled);
        assertThat(seats()).isEqualTo(new Seats(2, 0, 1));
        assertThat(stores().discounts().find(pending.id()).orElseThrow().status())
                .isEqualTo(DiscountStatus.REJECTED);
    }

    @Test
    void clearsTheCollegesOfAPerson() {
        var college = Intake.college("Other", "City");
        stores().colleges().insert(college);
        var edit = new ApplicationEdit(Change.keep(), Change.to(college.id()));
        var erased = stored(Intake.draft(batch).with(edit, NOW));
        var kept = stored(Intake.draft(batch).with(edit, NOW));

        stores().applications().clearColleges(erased.userId(), NOW);
        stores().applications().clearColleges(erased.userId(), NOW);

        assertThat(again(erased).choice().collegeId()).isNull();
        assertThat(again(erased).version()).isEqualTo(2);
        assertThat(again(kept)).isEqualTo(kept);
    }

    private Batch other(Course course) {
        var other = Intake.openBatch(course, 1);
        stores().batches().insert(other);
        return other;
    }

    private List<SeatOffer> offer(int seats) {
        return stores().applications().offerSeats(batch.id(), seats, NOW, NOW.plus(MINUTE));
    }
}
