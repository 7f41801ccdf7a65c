// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.SampleItems.NOW;
import static dev.ashlar.planner.domain.SampleItems.days;
import static dev.ashlar.planner.domain.SampleItems.details;
import static dev.ashlar.planner.domain.SampleItems.hour;
import static dev.ashlar.planner.domain.SampleItems.id;
import static dev.ashlar.planner.domain.SampleItems.item;
import static dev.ashlar.planner.domain.SampleItems.person;
import static dev.ashlar.planner.domain.SampleItems.series;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behavior of each implementation of {@link ScheduleItems}. */
public abstract class ScheduleItemsContract {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant STARTS_AT = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant ENDS_AT = Instant.parse("2026-03-04T11:00:00Z");

    private final UserId owner = person();
    private final UserId other = person();

    protected abstract ScheduleItems items();

    @Test
    void returnsEveryFieldOfAnItem() {
        var series = series(owner, "2026-03-02T09:00", "FREQ=WEEKLY;COUNT=9")
                .withOccurrence(LocalDate.parse("2026-03-09"), "Elsewhere", hour("2026-03-10T10:00"), LATER)
                .withoutOccurrence(LocalDate.parse("2026-03-16"), LATER);
        var trip = item(owner, days("2026-03-05", "2026-03-06"));
        var added = item(owner, hour("2026-03-05T10:00"))
                .from(new ItemSource(ItemSourceType.AUTOMATION, UUID.randomUUID(), 0));
        for (var stored : List.of(series, trip, added)) {
            items().insert(stored);
            assertThat(items().find(owner, stored.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(stored);
            assertThat(items().find(other, stored.id())).isEmpty();
        }
    }

    @Test
    void findsItemsByTheSpanOfAllTheirOccurrences() {
        var once = stored(item(owner, hour("2026-03-02T09:00")));
        var trip = stored(item(owner, days("2026-03-01", "2026-03-03")));
        var endless = stored(series(owner, "2026-01-02T09:00", "FREQ=YEARLY"));
        stored(series(owner, "2026-01-02T09:00", "FREQ=DAILY;COUNT=5"));
        stored(item(owner, hour("2026-03-02T10:00")));
        stored(item(other, hour("2026-03-02T09:00")));

        assertThat(between("2026-03-02T08:30:00Z", "2026-03-02T09:00:00Z", 10))
                .containsExactlyInAnyOrder(once.id(), trip.id(), endless.id());
        assertThat(between("2026-03-02T08:30:00Z", "2026-03-02T09:00:00Z", 2)).hasSize(2);
        assertThat(between("2126-03-02T08:30:00Z", "2126-03-09T09:00:00Z", 10)).containsExactly(endless.id());
        assertThat(between("2026-03-02T08:30:00Z", null, 10)).hasSize(4);
    }

    @Test
    void returnsPagesInTheOrderOfTheirKeys() {
        var first = stored(item(owner, hour("2026-03-05T09:00")));
        var second = stored(item(owner, hour("2026-03-02T09:00")));
        stored(item(other, hour("2026-03-02T09:00")));
        assertThat(items().page(owner, null, 1)).extracting(ScheduleItem::id).containsExactly(first.id());
        assertThat(items().page(owner, first.id().value(), 5))
                .extracting(ScheduleItem::id)
                .containsExactly(second.id());
        assertThat(items().page(owner, second.id().value(), 5)).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var item = stored(item(owner, hour("2026-03-05T09:00")));
        var edited = item.edited(details(days("2026-04-05", "2026-04-05"), "FREQ=DAILY"), LATER)
                .withoutOccurrence(LocalDate.parse("2026-04-06"), LATER);
        assertThat(items().update(edited, 1)).isFalse();
        assertThat(items().update(edited, 0)).isTrue();
        assertThat(items().update(edited, 0)).isFalse();
        assertThat(items().find(owner, item.id())).hasValueSatisfying(found -> {
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(edited);
            assertThat(found.version()).isEqualTo(1);
        });
        assertThat(between("2030-01-01T00:00:00Z", "2030-01-02T00:00:00Z", 9)).containsExactly(item.id());
        var foreign = new ScheduleItem(item.id(), other, edited.details(), edited.exceptions(), null, NOW, NOW, 1);
        assertThat(items().update(foreign, 1)).isFalse();
    }

    @Test
    void hidesAnItemInTheTrash() {
        var item = stored(item(owner, hour("2026-03-05T09:00")));
        assertThat(items().trash(owner, item.id(), 1, LATER)).isFalse();
        assertThat(items().trash(other, item.id(), 0, LATER)).isFalse();
        assertThat(items().trash(owner, item.id(), 0, LATER)).isTrue();
        assertThat(items().trash(owner, item.id(), 1, LATER)).isFalse();
        assertThat(items().find(owner, item.id())).isEmpty();
        assertThat(items().page(owner, null, 5)).isEmpty();
        assertThat(between("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", 9)).isEmpty();
        assertThat(items().update(item.edited(item.details(), LATER), 1)).isFalse();
    }

    @Test
    void countsTheExceptionsOfAllSeries() {
        stored(series(owner, "2026-03-02T09:00", "FREQ=WEEKLY")
                .withoutOccurrence(LocalDate.parse("2026-03-09"), LATER)
                .withoutOccurrence(LocalDate.parse("2026-03-16"), LATER));
        var trashed = stored(series(owner, "2026-03-02T09:00", "FREQ=DAILY")
                .withoutOccurrence(LocalDate.parse("2026-03-03"), LATER));
        stored(series(other, "2026-03-02T09:00", "FREQ=DAILY").withoutOccurrence(LocalDate.parse("2026-03-03"), LATER));
        stored(item(owner, hour("2026-03-02T10:00")));
        items().trash(owner, trashed.id(), 0, LATER);

        assertThat(items().countExceptions(owner)).isEqualTo(3);
        assertThat(items().countExceptions(person())).isZero();
    }

    @Test
    void restoresAnItemFromTheTrash() {
        var item = stored(item(owner, hour("2026-03-05T09:00")));
        assertThat(items().restore(owner, item.id(), LATER)).isFalse();
        items().trash(owner, item.id(), 0, LATER);
        assertThat(items().restore(other, item.id(), LATER)).isFalse();
        assertThat(items().restore(owner, item.id(), LATER)).isTrue();
        assertThat(items().restore(owner, item.id(), LATER)).isFalse();
        assertThat(items().find(owner, item.id()))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(2));
    }

    @Test
    void removesWhatIsOldInTheTrash() {
        var first = stored(item(owner, hour("2026-03-05T09:00")));
        var second = stored(item(owner, hour("2026-03-06T09:00")));
        stored(item(owner, hour("2026-03-07T09:00")));
        items().trash(owner, first.id(), 0, NOW);
        items().trash(owner, second.id(), 0, NOW.plusSeconds(1));
        assertThat(items().purge(NOW, 5)).isZero();
        assertThat(items().purge(LATER, 1)).isEqualTo(1);
        assertThat(items().restore(owner, first.id(), LATER)).isFalse();
        assertThat(items().purge(LATER, 5)).isEqualTo(1);
        assertThat(items().purge(LATER, 5)).isZero();
        assertThat(items().page(owner, null, 5)).hasSize(1);
    }

    @Test
    void erasesAllOfAPerson() {
        stored(item(owner, hour("2026-03-05T09:00")));
        var trashed = stored(item(owner, hour("2026-03-06T09:00")));
        items().trash(owner, trashed.id(), 0, NOW);
        var cancelled = UUID.randomUUID();
        put(meeting(cancelled, 3, STARTS_AT, NOW));
        put(meeting(UUID.randomUUID(), 3, STARTS_AT, null));
        assertThat(items().erase(owner, 3)).isEqualTo(3);
        assertThat(items().erase(owner, 3)).isEqualTo(1);
        assertThat(items().erase(owner, 3)).isZero();
        assertThat(items().page(owner, null, 5)).isEmpty();
        assertThat(items().restore(owner, trashed.id(), LATER)).isFalse();
        assertThat(items().page(other, null, 5)).hasSize(1);
        assertThat(put(meeting(cancelled, 2, STARTS_AT, null)))
                .as("hidden meetings of the person, which a late event would find")
                .isEqualTo(1);
    }

    @Test
    void showsAMeetingOnceToEachParticipant() {
        var slot = UUID.randomUUID();
        assertThat(put(meeting(slot, 2, STARTS_AT, null))).isEqualTo(2);
        assertThat(put(meeting(slot, 2, STARTS_AT, null))).isZero();
        for (var person : List.of(owner, other)) {
            assertThat(items().page(person, null, 5)).singleElement().satisfies(item -> {
                assertThat(item.details().time()).isEqualTo(new ItemTime(STARTS_AT, ENDS_AT, null, null, "UTC"));
                assertThat(item.details().title()).isEqualTo(person.equals(owner) ? "As mentor" : "As student");
                assertThat(item.source()).isEqualTo(new ItemSource(ItemSourceType.SLOT, slot, 2));
                assertThat(item.version()).isZero();
            });
        }
    }

    @Test
    void movesAndHidesAMeetingByItsVersion() {
        var slot = UUID.randomUUID();
        var moved = STARTS_AT.minusSeconds(3600);
        put(meeting(slot, 4, moved, null));
        assertThat(put(meeting(slot, 3, STARTS_AT, null))).as("late").isZero();
        assertThat(items().page(owner, null, 5))
                .singleElement()
                .satisfies(item -> assertThat(item.details().time().startsAt()).isEqualTo(moved));
        assertThat(between("2026-03-04T09:00:00Z", "2026-03-04T09:30:00Z", 5)).hasSize(1);

        assertThat(put(meeting(slot, 6, moved, LATER))).isEqualTo(2);
        assertThat(put(meeting(slot, 6, moved, LATER))).isZero();
        assertThat(put(meeting(slot, 5, STARTS_AT, null))).as("late").isZero();
        assertThat(items().page(owner, null, 5)).isEmpty();
        assertThat(between("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z", 9)).isEmpty();
    }

    @Test
    void hidesAMeetingWhoseCancellationIsToldFirst() {
        var slot = UUID.randomUUID();
        assertThat(put(meeting(slot, 3, STARTS_AT, NOW))).isEqualTo(2);
        assertThat(put(meeting(slot, 2, STARTS_AT, null))).isZero();
        assertThat(items().page(owner, null, 5)).isEmpty();
    }

    @Test
    void forgetsCancelledMeetingsThatAreOver() {
        put(meeting(UUID.randomUUID(), 3, STARTS_AT, NOW));
        var shown = UUID.randomUUID();
        put(meeting(shown, 2, STARTS_AT, null));
        assertThat(items().purgeMeetings(ENDS_AT, 5)).isZero();
        assertThat(items().purgeMeetings(ENDS_AT.plusSeconds(1), 1)).isEqualTo(1);
        assertThat(items().purgeMeetings(ENDS_AT.plusSeconds(1), 5)).isEqualTo(1);
        assertThat(items().purgeMeetings(ENDS_AT.plusSeconds(1), 5)).isZero();
        assertThat(items().page(owner, null, 5)).hasSize(1);
    }

    private Meeting meeting(UUID slot, int version, Instant startsAt, @Nullable Instant cancelledAt) {
        return new Meeting(slot, version, startsAt, ENDS_AT, cancelledAt, NOW);
    }

    private int put(Meeting meeting) {
        return items().putMeeting(
                        meeting,
                        List.of(
                                new MeetingParticipant(id(), owner, "As mentor"),
                                new MeetingParticipant(id(), other, "As student")));
    }

    private ScheduleItem stored(ScheduleItem item) {
        items().insert(item);
        return item;
    }

    private List<ScheduleItemId> between(String from, @Nullable String until, int limit) {
        var range = new InstantRange(Instant.parse(from), until == null ? null : Instant.parse(until));
        return items().between(owner, range, limit).stream()
                .map(ScheduleItem::id)
                .toList();
    }
}
