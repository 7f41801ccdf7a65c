// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.SampleTodos.newTodoId;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.application.DeletionReminders;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.planner.application.TodoFilter;
import dev.ashlar.planner.application.TodoOrder;
import dev.ashlar.planner.application.TodoService;
import dev.ashlar.planner.application.TrashService;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.Project;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.SampleItems;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoStatus;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Planner of a user who deletes the account, and the trash of those who do not. */
@ServiceTest
class ErasePlannerOnUserDeletedTest {
    private static final TodoFilter OPEN = new TodoFilter(TodoStatus.OPEN, null, null);

    @Autowired
    private TodoService todos;

    @Autowired
    private TrashService trash;

    @Autowired
    private ScheduleItemMapper items;

    @Autowired
    private ProjectMapper projects;

    @Autowired
    private AutomationJobMapper jobs;

    @Autowired
    private Announcer announcer;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AccountSeeds accounts;

    @Autowired
    private DeletionReminders reminders;

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private JdbcClient jdbc;

    private final Actor leaving = person();
    private final Actor staying = person();

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void erasesThePlannerOfThePersonAndTheTrashWithIt() {
        add(leaving, "Live");
        delete(leaving, "Deleted");
        add(staying, "Kept");
        for (var person : List.of(leaving, staying)) {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                items.insert(SampleItems.item(person.userId(), SampleItems.hour("2026-03-02T09:00")));
                jobs.insert(Automations.job(person.userId(), Automations.plan(Automations.cron())));
            });
        }

        announce();
        announce();

        assertThat(todos.list(leaving, OPEN, TodoOrder.PLACE, PageRequest.first())
                        .items())
                .isEmpty();
        assertThat(trash.list(leaving, PageRequest.first()).items()).isEmpty();
        assertThat(todos.list(staying, OPEN, TodoOrder.PLACE, PageRequest.first())
                        .items())
                .hasSize(1);
        for (var table : List.of("schedule_items", "automation_jobs")) {
            assertThat(jdbc.sql("SELECT owner_id FROM planner." + table)
                            .query(UUID.class)
                            .list())
                    .as(table)
                    .containsExactly(staying.userId().value());
        }
    }

    /** As by a request that was on its way, or an event that was given up. */
    @Test
    void erasesWhatWasAddedAfterTheErasureInTheNextNight() {
        var id = accounts.create(People.registration("leaving"), Role.STUDENT, People.PASSWORD_HASH);
        add(new Actor(id, Role.STUDENT, "mentor"), "Late");
        add(staying, "Kept");
        database.database()
                .psql()
                .sql("UPDATE identity.users SET is_active = FALSE, erased_at = ? WHERE id = ?")
                .params(clock.instant().minus(Duration.ofHours(20)).atOffset(ZoneOffset.UTC), id.value())
                .update();

        reminders.repeat();

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT owner_id FROM planner.todos WHERE owner_id IN (?, ?)")
                        .params(id.value(), staying.userId().value())
                        .query(UUID.class)
                        .list())
                .containsExactly(staying.userId().value()));
    }

    @Test
    void erasesMoreThanABatch() {
        add(leaving, "Copied");
        var job = Automations.job(leaving.userId(), Automations.plan(Automations.cron()));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> jobs.insert(job));
        jdbc.sql("""
                        INSERT INTO planner.todos (id, owner_id, title, position, created_at, updated_at)
                        SELECT gen_random_uuid(), t.owner_id, t.title, gen_random_uuid(), t.created_at, t.updated_at
                        FROM planner.todos AS t CROSS JOIN generate_series(1, 1000)
                        WHERE t.owner_id = :person""").param("person", leaving.userId().value()).update();
        jdbc.sql("""
                        INSERT INTO planner.automation_runs (id, job_id, owner_id, scheduled_for, outcome, created_at, updated_at)
                        SELECT gen_random_uuid(), j.id, j.owner_id, j.created_at - make_interval(mins => n), 'succeeded', j.created_at, j.created_at
                        FROM planner.automation_jobs AS j CROSS JOIN generate_series(1, 1001) AS n
                        WHERE j.owner_id = :person""").param("person", leaving.userId().value()).update();

        announce();

        for (var table : List.of("todos", "automation_runs", "automation_jobs")) {
            assertThat(jdbc.sql("SELECT count(*) FROM planner." + table + " WHERE owner_id = :person")
                            .param("person", leaving.userId().value())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void removesThingsAfterThirtyDaysInTheTrash() {
        delete(staying, "Old");
        clock.advance(TrashService.RETENTION.minusMinutes(1));
        delete(staying, "Recent");
        assertThat(trash.empty()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(trash.empty()).isEqualTo(1);
        assertThat(trash.empty()).isZero();
        assertThat(trash.list(staying, PageRequest.first()).items())
                .extracting(thing -> thing.title())
                .containsExactly("Recent");
    }

    @Test
    void removesThingsOfEachKindFromTheTrash() {
        var person = staying.userId();
        var item = SampleItems.item(person, SampleItems.hour("2026-03-02T09:00"));
        var project = Project.of(new ProjectId(newTodoId().value()), person, "Project", clock.instant());
        var job = Automations.job(person, Automations.plan(Automations.cron()));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            items.insert(item);
            items.trash(person, item.id(), item.version(), clock.instant());
            projects.insert(project, project.owner());
            projects.delete(person, project.id(), project.version(), clock.instant());
            jobs.insert(job);
            jobs.delete(person, job.id(), job.version(), clock.instant());
        });
        delete(staying, "Todo");
        assertThat(trash.list(staying, PageRequest.first()).items()).hasSize(4);
        clock.advance(TrashService.RETENTION.plusMinutes(1));
        assertThat(trash.empty()).isGreaterThanOrEqualTo(4);
        assertThat(trash.list(staying, PageRequest.first()).items()).isEmpty();
    }

    private void add(Actor actor, String title) {
        todos.create(actor, null, TodoContent.of(title, null, null, null));
    }

    private void delete(Actor actor, String title) {
        todos.delete(
                actor,
                todos.create(actor, null, TodoContent.of(title, null, null, null))
                        .id(),
                0);
    }

    private void announce() {
        announcer.announce(new UserDeleted(leaving.userId(), clock.instant()));
    }

    private static Actor person() {
        return new Actor(user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
