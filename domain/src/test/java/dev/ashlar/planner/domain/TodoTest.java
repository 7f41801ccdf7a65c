// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.SampleTodos.JANUARY_31;
import static dev.ashlar.planner.domain.SampleTodos.LATER;
import static dev.ashlar.planner.domain.SampleTodos.dueAgain;
import static dev.ashlar.planner.domain.SampleTodos.repeated;
import static dev.ashlar.planner.domain.SampleTodos.retitled;
import static dev.ashlar.planner.domain.SampleTodos.todo;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.DomainException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TodoTest {
    @Test
    void isDoneOnceItIsCompleted() {
        var done = todo(user(), "Once").completed(LATER);
        assertThat(done.progress()).isEqualTo(new TodoProgress(TodoStatus.DONE, LATER));
        assertThat(done.updatedAt()).isEqualTo(LATER);
        assertRefused(() -> done.completed(LATER), "planner.illegal-transition");
    }

    @Test
    void isOpenAgainOnceItIsReopened() {
        var todo = todo(user(), "Once", Due.on(JANUARY_31));
        assertRefused(() -> todo.reopened(LATER), "planner.illegal-transition");
        var reopened = todo.completed(LATER).reopened(LATER);
        assertThat(reopened.progress()).isEqualTo(todo.progress());
        assertThat(reopened.content()).isEqualTo(todo.content());
    }

    @Test
    void fallsOnTheLastDayOfShorterMonthsAndKeepsItsAnchor() {
        assertThat(dates(repeated(user(), "FREQ=MONTHLY"), 4))
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2026-02-03T00:00:00Z", "2199-01-01T00:00:00Z"})
    void keepsItsSeriesHoweverEarlyOrLateItIsCompleted(Instant at) {
        var todo = repeated(user(), "FREQ=WEEKLY").completed(at);
        assertThat(date(todo)).isEqualTo("2026-02-07");
        assertThat(date(todo.completed(at))).isEqualTo("2026-02-14");
        assertThat(todo.progress()).isEqualTo(TodoProgress.START);
    }

    @Test
    void endsAfterTheCountOfCompletions() {
        var todo = repeated(user(), "FREQ=DAILY;COUNT=3").completed(LATER).completed(LATER);
        assertThat(todo.progress().status()).isEqualTo(TodoStatus.OPEN);
        var done = todo.completed(LATER);
        assertThat(done.progress().status()).isEqualTo(TodoStatus.DONE);
        assertThat(completions(done)).isEqualTo(3);
        assertThat(date(done)).isEqualTo("2026-02-02");
        assertThat(completions(done.reopened(LATER))).isEqualTo(2);
        assertThat(done.reopened(LATER).completed(LATER)).isEqualTo(done);
    }

    @Test
    void endsWithTheDateUntilWhichItRepeats() {
        var todo = repeated(user(), "FREQ=DAILY;UNTIL=20260201").completed(LATER);
        assertThat(date(todo)).isEqualTo("2026-02-01");
        assertThat(todo.completed(LATER).progress().status()).isEqualTo(TodoStatus.DONE);
    }

    @Test
    void isFirstDueOnTheFirstDateOfTheRuleThatIsNotBeforeTheStart() {
        var start = LocalDate.parse("2026-02-10");
        assertThat(Due.of(start, null, null, "FREQ=MONTHLY;BYMONTHDAY=31").date())
                .isEqualTo("2026-02-28");
        assertThat(Due.of(start, null, null, "FREQ=MONTHLY;BYMONTHDAY=10").date())
                .isEqualTo(start);
    }

    @Test
    void keepsItsSeriesInAnEditOfTheTitleAndStartsItAnewWithAnotherDueTime() {
        var todo = repeated(user(), "FREQ=MONTHLY").completed(LATER);
        assertThat(todo.with(retitled("Other"), LATER).content().due())
                .isEqualTo(todo.content().due());
        var again = todo.with(
                dueAgain(Due.of(LocalDate.parse("2026-05-30"), LocalTime.NOON, "Europe/Berlin", "FREQ=MONTHLY")),
                LATER);
        assertThat(completions(again)).isZero();
        assertThat(dates(again, 2)).containsExactly("2026-05-30", "2026-06-30");
        assertThat(todo.with(dueAgain(null), LATER).content().due()).isNull();
    }

    @Test
    void keepsItsSeriesInAnEditThatRepeatsTheDueTime() {
        var once = todo(user(), "Once", Due.on(JANUARY_31));
        assertThat(once.with(dueAgain(Due.of(JANUARY_31, null, null, null)), LATER))
                .isSameAs(once);
        for (var rule : List.of("FREQ=MONTHLY", "FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;INTERVAL=2")) {
            var todo = repeated(user(), rule).completed(LATER);
            var due = Objects.requireNonNull(todo.content().due());
            var read = Objects.requireNonNull(due.repetition()).rule();
            assertThat(todo.with(dueAgain(Due.of(due.date(), null, null, read)), LATER))
                    .isSameAs(todo);
            for (var other : List.of(
                    Due.of(due.date(), LocalTime.NOON, "UTC", read),
                    Due.of(due.date(), null, null, "FREQ=YEARLY"),
                    Due.of(due.date(), null, null, null),
                    Due.of(due.date().plusDays(1), null, null, "FREQ=DAILY"))) {
                assertThat(todo.with(dueAgain(other), LATER).content().due()).isEqualTo(other);
            }
        }
    }

    @Test
    void endsInTheLastYear() {
        var last = Due.of(LocalDate.of(Due.LAST_YEAR, 12, 31), null, null, "FREQ=YEARLY");
        assertThat(todo(user(), "Last", last).completed(LATER).progress().status())
                .isEqualTo(TodoStatus.DONE);
        assertField(() -> Due.of(LocalDate.of(Due.LAST_YEAR + 1, 1, 1), null, null, null), "/due/date");
        assertField(() -> Due.of(LocalDate.of(Due.FIRST_YEAR - 1, 12, 31), null, null, null), "/due/date");
        assertField(
                () -> Due.of(LocalDate.of(Due.LAST_YEAR, 12, 31), null, null, "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
                "/due/date");
    }

    @Test
    void isTheSameAfterAnEditThatChangesNothing() {
        var todo = todo(user(), "Same");
        var edit = new TodoEdit(Change.to(" Same "), Change.to(""), Change.to(0), Change.keep());
        assertThat(todo.with(edit, LATER)).isSameAs(todo);
    }

    @Test
    void refusesContentOutOfBounds() {
        assertField(() -> TodoContent.of(" ", null, null, null), "/title");
        assertField(() -> TodoContent.of("a".repeat(TodoContent.MAX_TITLE + 1), null, null, null), "/title");
        assertField(() -> TodoContent.of("a", "a".repeat(TodoContent.MAX_NOTES + 1), null, null), "/notes");
        assertField(() -> TodoContent.of("a", null, -1, null), "/priority");
        assertField(() -> TodoContent.of("a", null, TodoContent.MAX_PRIORITY + 1, null), "/priority");
    }

    @Test
    void refusesATimeWithoutAZoneAndAZoneWithoutATime() {
        assertField(() -> Due.of(JANUARY_31, LocalTime.NOON, null, null), "/due/zone");
        assertField(() -> Due.of(JANUARY_31, null, "Europe/Berlin", null), "/due/zone");
        assertField(() -> Due.of(JANUARY_31, LocalTime.NOON, "Mars/Olympus", null), "/due/zone");
        assertField(() -> Due.of(JANUARY_31, LocalTime.parse("09:30:01"), "Europe/Berlin", null), "/due/time");
        assertField(() -> Due.of(JANUARY_31, null, null, "FREQ=SECONDLY"), "/due/rule");
    }

    /** Completes a todo until it has been due that many times, and returns the dates. */
    private static List<String> dates(Todo todo, int times) {
        var dates = new ArrayList<String>();
        for (var next = todo; dates.size() < times; next = next.completed(LATER)) {
            dates.add(date(next).toString());
        }
        return dates;
    }

    private static LocalDate date(Todo todo) {
        return Objects.requireNonNull(todo.content().due()).date();
    }

    private static int completions(Todo todo) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(todo.content().due()).repetition())
                .completions();
    }

    private static void assertField(Runnable call, String pointer) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(DomainException.FieldError::pointer)
                                .contains(pointer));
    }

    private static void assertRefused(Runnable call, String code) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.type().code()).isEqualTo(code));
    }
}
