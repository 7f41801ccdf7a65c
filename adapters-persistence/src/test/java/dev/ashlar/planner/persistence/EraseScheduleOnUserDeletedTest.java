package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.planner.application.ScheduleService;
import dev.ashlar.planner.domain.SampleItems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A schedule goes with its person, once, however often that is announced. */
@ServiceTest
class EraseScheduleOnUserDeletedTest {
    private final ScheduleService schedule;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final FreshDatabase.Switch database;

    @Autowired
    EraseScheduleOnUserDeletedTest(
            ScheduleService schedule,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.schedule = schedule;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    @Test
    @Tag("rule-108")
    @Tag("rule-111")
    void erasesTheScheduleOfADeletedPerson() {
        var leaving = person();
        var staying = person();
        for (var person : new Actor[] {leaving, staying}) {
            schedule.add(person, SampleItems.details(SampleItems.hour("2026-03-02T09:00"), "FREQ=WEEKLY"));
        }
        announce(leaving);
        announce(leaving);
        assertThat(schedule.list(leaving, PageRequest.first()).items()).isEmpty();
        assertThat(schedule.list(staying, PageRequest.first()).items()).hasSize(1);
    }

    /** Returns when the event has been handled. */
    private void announce(Actor person) {
        transaction.executeWithoutResult(
                _ -> publisher.publishEvent(new UserDeleted(person.userId(), SampleItems.NOW)));
        await().until(() -> JdbcClient.create(database.database().owner())
                        .sql("SELECT count(*) FROM kernel.event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }

    private static Actor person() {
        return new Actor(SampleItems.person(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
