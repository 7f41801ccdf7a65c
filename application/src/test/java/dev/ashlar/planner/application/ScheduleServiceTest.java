// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.SampleItems.days;
import static dev.ashlar.planner.domain.SampleItems.details;
import static dev.ashlar.planner.domain.SampleItems.hour;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.planner.domain.InMemoryScheduleItems;
import dev.ashlar.planner.domain.InMemoryTodos;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemSource;
import dev.ashlar.planner.domain.ItemSourceType;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.SampleItems;
import dev.ashlar.planner.domain.SampleTodos;
import dev.ashlar.planner.domain.ScheduleItem;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.domain.SeriesExceptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleServiceTest {
    private static final ZoneId BERLIN = ZoneId.of(SampleItems.BERLIN);
    private static final LocalDate SECOND = LocalDate.parse("2026-03-09");
    private static final ItemDetails ONCE = details(hour("2026-03-03T09:00"), null);
    private static final ItemDetails WEEKLY = details(hour("2026-03-02T09:00"), "FREQ=WEEKLY");

    private final Actor owner = person();
    private final Actor stranger = person();
    private final InMemoryScheduleItems items = new InMemoryScheduleItems();
    private final InMemoryTodos todos = new InMemoryTodos();
    private final ScheduleService schedule =
            new ScheduleService(items, todos, new Agenda(items), IdSource.timeOrdered(), () -> SampleItems.NOW);

    @Test
    void readsARangeInTheOrderOfTime() {
        schedule.create(owner, ONCE);
        schedule.create(owner, WEEKLY);
        schedule.create(owner, details(days("2026-03-03", "2026-03-03"), null));
        assertThat(read("2026-03-01", "2026-03-11"))
                .extracting(occurrence ->
                        occurrence.time().day().toString() + occurrence.time().coversDays())
                .containsExactly("2026-03-02false", "2026-03-03true", "2026-03-03false", "2026-03-09false");
        assertThat(read("2126-03-01", "2126-03-08")).hasSize(1);
    }

    @Test
    void refusesARangeThatIsNone() {
        assertRefused(KernelProblem.INVALID_REQUEST, () -> read("2026-03-01", "2026-03-01"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> read("2026-03-02", "2026-03-01"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> read("2026-01-01", "2026-04-04"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> read("1899-01-01", "1899-01-02"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> read("9001-01-01", "9001-01-02"));
        assertThat(read("2026-01-01", "2026-04-03")).isEmpty();
    }

    @Test
    void refusesARangeWithTooManyOccurrences() {
        var daily = details(hour("2026-01-01T09:00"), "FREQ=DAILY");
        for (int number = 0; number * ScheduleService.MAX_DAYS <= Agenda.MAX_OCCURRENCES; number++) {
            schedule.create(owner, daily);
        }
        assertRefused(PlannerProblem.RANGE_TOO_FULL, () -> read("2027-01-01", "2027-04-03"));
        assertThat(read("2027-01-01", "2027-01-08")).hasSizeGreaterThan(700);
    }

    @Test
    void pagesHoldEachOccurrenceOnceThoughSomeBeginAtOnce() {
        var series = schedule.create(owner, WEEKLY).id();
        schedule.create(owner, details(hour("2026-03-09T09:00"), "FREQ=WEEKLY"));
        schedule.create(owner, details(days("2026-03-06", "2026-03-12"), null));
        schedule.create(
                owner,
                details(hour("2026-03-07T09:00"), null)); // over before the range, and after its first item began
        schedule.editOccurrence(owner, series, SECOND, 0, "Twice", hour("2026-03-16T09:00"));
        var all = read("2026-03-09", "2026-03-30");

        for (int limit = 1; limit < all.size(); limit++) {
            assertThat(read("2026-03-09", "2026-03-30", limit)).isEqualTo(all);
        }
        assertThat(all).hasSizeGreaterThan(6).doesNotHaveDuplicates();
    }

    @Test
    void answersNothingForADayThatTheZoneSkips() {
        var from = LocalDate.parse("2011-12-30");
        assertThat(schedule.schedule(owner, from, from.plusDays(1), ZoneId.of("Pacific/Apia"), PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    void editsThisOccurrence() {
        var id = schedule.create(owner, WEEKLY).id();
        var edited = schedule.editOccurrence(owner, id, SECOND, 0, "Elsewhere", hour("2026-03-10T09:00"));
        assertThat(edited.version()).isEqualTo(1);
        assertThat(edited.exceptions())
                .singleElement()
                .satisfies(exception -> assertThat(exception.title()).isEqualTo("Elsewhere"));
        assertThat(read("2026-03-09", "2026-03-11")).singleElement().satisfies(found -> {
            assertThat(found.title()).isEqualTo("Elsewhere");
            assertThat(found.date()).isEqualTo(SECOND);
        });
        assertThat(schedule.editOccurrence(owner, id, SECOND, 1, "Elsewhere", hour("2026-03-10T09:00")))
                .as("no change")
                .isEqualTo(edited);
        schedule.removeOccurrence(owner, id, SECOND, 1);
        assertThat(schedule.removeOccurrence(owner, id, SECOND, 2).version())
                .as("no change")
                .isEqualTo(2);
        assertThat(read("2026-03-09", "2026-03-11")).isEmpty();
        assertThat(read("2026-03-16", "2026-03-17")).hasSize(1);
    }

    /** Each reading of the schedule reads them whole. */
    @Test
    void refusesMoreExceptionsThanAPersonMayHave() {
        var daily = details(hour("2026-03-02T09:00"), "FREQ=DAILY");
        var full = ScheduleItem.of(new ScheduleItemId(UUID.randomUUID()), owner.userId(), daily, SampleItems.NOW);
        for (int day = 0; day < SeriesExceptions.MAX; day++) {
            full = full.withoutOccurrence(LocalDate.parse("2026-03-02").plusDays(day), SampleItems.NOW);
        }
        for (int exceptions = 0; exceptions < SeriesExceptions.MAX_OF_PERSON; exceptions += SeriesExceptions.MAX) {
            items.insert(new ScheduleItem(
                    new ScheduleItemId(UUID.randomUUID()),
                    owner.userId(),
                    full.details(),
                    full.exceptions(),
                    null,
                    SampleItems.NOW,
                    SampleItems.NOW,
                    0));
        }
        var id = schedule.create(owner, WEEKLY).id();

        assertRefused(PlannerProblem.EXCEPTIONS_EXCEEDED, () -> schedule.removeOccurrence(owner, id, SECOND, 0));
        assertRefused(
                PlannerProblem.EXCEPTIONS_EXCEEDED,
                () -> schedule.editOccurrence(owner, id, SECOND, 0, "Elsewhere", hour("2026-03-10T09:00")));
        var of = schedule.create(stranger, WEEKLY).id();
        schedule.removeOccurrence(stranger, of, SECOND, 0);
    }

    @Test
    void editsThisOccurrenceAndAllThatFollow() {
        var id = schedule.create(owner, WEEKLY).id();
        var rest = schedule.editFollowing(owner, id, SECOND, 0, details(hour("2026-03-09T15:00"), null));
        assertThat(rest.id()).isNotEqualTo(id);
        assertThat(rest.recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(schedule.get(owner, id).recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260308");
        assertThat(read("2026-03-01", "2026-03-17"))
                .extracting(OccurrenceView::itemId)
                .containsExactly(id, rest.id(), rest.id());

        var all = schedule.editFollowing(owner, id, LocalDate.parse("2026-03-02"), 1, details(WEEKLY.time(), null));
        assertThat(all.id()).isEqualTo(id);

        schedule.removeFollowing(owner, rest.id(), LocalDate.parse("2026-03-16"), 0);
        assertThat(read("2026-03-09", "2026-03-31"))
                .extracting(OccurrenceView::itemId)
                .contains(rest.id());
        schedule.removeFollowing(owner, rest.id(), SECOND, 1);
        assertRefused(PlannerProblem.SCHEDULE_ITEM_NOT_FOUND, () -> schedule.get(owner, rest.id()));
    }

    @Test
    void editsAndRemovesAllOfASeries() {
        var id = schedule.create(owner, WEEKLY).id();
        schedule.edit(owner, id, 0, details(hour("2026-03-02T10:00"), "FREQ=WEEKLY;COUNT=2"));
        assertThat(read("2026-03-01", "2026-04-01")).hasSize(2);
        schedule.delete(owner, id, 1);
        assertThat(read("2026-03-01", "2026-04-01")).isEmpty();
    }

    @Test
    void refusesAStaleVersion() {
        var id = schedule.create(owner, WEEKLY).id();
        schedule.edit(owner, id, 0, details(hour("2026-03-02T10:00"), "FREQ=WEEKLY"));
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> schedule.edit(owner, id, 0, details(hour("2026-03-02T10:00"), "FREQ=WEEKLY")));
        assertRefused(KernelProblem.STALE_VERSION, () -> schedule.edit(owner, id, 0, ONCE));
        assertRefused(KernelProblem.STALE_VERSION, () -> schedule.delete(owner, id, 0));
        assertRefused(KernelProblem.STALE_VERSION, () -> schedule.removeOccurrence(owner, id, SECOND, 0));
        assertRefused(KernelProblem.STALE_VERSION, () -> schedule.removeFollowing(owner, id, SECOND, 0));
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> schedule.editFollowing(owner, id, SECOND, 0, details(hour("2026-03-09T15:00"), null)));
        assertThat(schedule.list(owner, PageRequest.first()).items()).hasSize(1);
    }

    @Test
    void findsNoItemOfAnotherPerson() {
        var id = schedule.create(owner, WEEKLY).id();
        assertNotFound(() -> schedule.get(stranger, id));
        assertNotFound(() -> schedule.edit(stranger, id, 0, ONCE));
        assertNotFound(() -> schedule.delete(stranger, id, 0));
        assertNotFound(() -> schedule.editOccurrence(stranger, id, SECOND, 0, "Mine", hour("2026-03-10T09:00")));
        assertNotFound(() -> schedule.removeOccurrence(stranger, id, SECOND, 0));
        assertNotFound(() -> schedule.editFollowing(stranger, id, SECOND, 0, WEEKLY));
        assertNotFound(() -> schedule.removeFollowing(stranger, id, SECOND, 0));
        assertThat(schedule.list(stranger, PageRequest.first()).items()).isEmpty();
        assertThat(schedule.schedule(stranger, LocalDate.parse("2026-03-01"), SECOND, BERLIN, PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(schedule.get(owner, id).version()).isZero();
    }

    @Test
    void plansTimeForATodoThatTheOwnerMaySee() {
        var todo = SampleTodos.todo(owner.userId(), "Invoices");
        todos.insert(todo);
        var planned = new ItemDetails("Invoices", todo.id(), hour("2026-03-02T09:00"), "FREQ=WEEKLY");
        var id = schedule.create(owner, planned).id();
        assertThat(read("2026-03-02", "2026-03-03").getFirst().todoId()).isEqualTo(todo.id());

        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> schedule.create(stranger, planned));
        var foreign = SampleTodos.todo(stranger.userId(), "Secret");
        todos.insert(foreign);
        var secret = new ItemDetails("Secret", foreign.id(), hour("2026-03-09T09:00"), null);
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> schedule.edit(owner, id, 0, secret));
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> schedule.editFollowing(owner, id, SECOND, 0, secret));
    }

    @Test
    void editsAnItemAsItWasReadAfterItsTodoIsGone() {
        var todo = SampleTodos.todo(owner.userId(), "Invoices");
        todos.insert(todo);
        var planned = new ItemDetails("Invoices", todo.id(), hour("2026-03-02T09:00"), "FREQ=WEEKLY");
        var id = schedule.create(owner, planned).id();
        todos.erase(owner.userId(), 1);
        var renamed = new ItemDetails("All invoices", todo.id(), planned.time(), planned.recurrence());
        assertThat(schedule.edit(owner, id, 0, renamed).version()).isEqualTo(1);
        var later = new ItemDetails("Invoices", todo.id(), hour("2026-03-09T10:00"), null);
        assertThat(schedule.editFollowing(owner, id, SECOND, 1, later).todoId()).isEqualTo(todo.id());
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> schedule.create(owner, planned));
    }

    @Test
    void restoresAnItemOfItsOwnerFromTheTrash() {
        var id = schedule.create(owner, WEEKLY).id();
        schedule.delete(owner, id, 0);
        assertNotFound(() -> schedule.restore(stranger, id));
        assertThat(schedule.restore(owner, id).version()).isEqualTo(2);
        assertNotFound(() -> schedule.restore(owner, id));
        assertThat(read("2026-03-02", "2026-03-03")).hasSize(1);
    }

    @Test
    void refusesToChangeAMeeting() {
        var meeting = SampleItems.item(owner.userId(), hour("2026-03-02T09:00"))
                .from(new ItemSource(ItemSourceType.SLOT, UUID.randomUUID(), 1));
        items.insert(meeting);
        assertRefused(PlannerProblem.ITEM_OF_MEETING, () -> schedule.edit(owner, meeting.id(), 0, ONCE));
        assertRefused(PlannerProblem.ITEM_OF_MEETING, () -> schedule.delete(owner, meeting.id(), 0));
        assertThat(read("2026-03-02", "2026-03-03")).hasSize(1);
    }

    private List<OccurrenceView> read(String from, String to) {
        return read(from, to, PageRequest.MAX_LIMIT);
    }

    /** Reads all pages. */
    private List<OccurrenceView> read(String from, String to, int limit) {
        var all = new ArrayList<OccurrenceView>();
        @Nullable Cursor after = null;
        do {
            var page = schedule.schedule(
                    owner, LocalDate.parse(from), LocalDate.parse(to), BERLIN, new PageRequest(limit, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertRefused(PlannerProblem.SCHEDULE_ITEM_NOT_FOUND, call);
    }

    private static Actor person() {
        return new Actor(SampleItems.person(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
