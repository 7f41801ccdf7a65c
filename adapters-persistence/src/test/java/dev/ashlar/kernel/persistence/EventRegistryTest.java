// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AfterCommit;
import dev.ashlar.kernel.application.EventDelivery;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.EventResubmissionWorkflow;
import dev.ashlar.kernel.application.EventRetries;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.application.OutstandingEvents;
import dev.ashlar.kernel.application.RunningEvents;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class EventRegistryTest {
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final OutstandingEvents outstanding;
    private final EventResubmissionWorkflow resubmission;
    private final RunningEvents running;
    private final Heard heard;
    private final JdbcClient psql;

    @Autowired
    EventRegistryTest(
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            OutstandingEvents outstanding,
            EventResubmissionWorkflow resubmission,
            RunningEvents running,
            Heard heard,
            FreshDatabase.Switch database) {
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.outstanding = outstanding;
        this.resubmission = resubmission;
        this.running = running;
        this.heard = heard;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void forgetAll() {
        heard.fails = false;
        heard.pause = new CountDownLatch(0);
        heard.handled.clear();
        psql.sql("DELETE FROM kernel.event_publication").update();
    }

    @Test
    void handlesAnEventAfterTheCommitAndDeletesIt() {
        var event = SomethingHappened.now();
        transaction.executeWithoutResult(_ -> {
            publisher.publishEvent(event);
            assertThat(heard.handled).isEmpty();
        });

        awaitHandled(event);
        await().until(() -> list().isEmpty());
        assertThat(heard.sawTransaction).isFalse();
    }

    @Test
    void handlesNoEventOfARolledBackTransaction() {
        transaction.executeWithoutResult(status -> {
            publisher.publishEvent(SomethingHappened.now());
            status.setRollbackOnly();
        });

        assertThat(list()).isEmpty();
        assertThat(heard.handled).isEmpty();
    }

    @Test
    void keepsAFailedEventForALaterAttempt() {
        heard.fails = true;
        var event = SomethingHappened.now();
        transaction.executeWithoutResult(_ -> publisher.publishEvent(event));
        var failed = awaitFailed();
        assertThat(failed.listener()).isEqualTo("test.listen");
        assertThat(failed.eventType()).isEqualTo(SomethingHappened.class.getName());
        assertThat(failed.payload()).contains(event.id().value().toString());
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.lastAttemptAt()).isEqualTo(failed.publishedAt());

        assertThat(resubmission.resubmit()).as("too early").isZero();
        heard.fails = false;
        age(Duration.ofSeconds(10));
        assertThat(resubmission.resubmit()).isEqualTo(1);

        awaitHandled(event);
        await().until(() -> list().isEmpty());
    }

    @Test
    void redeliversAnEventWhoseProcessWasKilled() {
        var event = SomethingHappened.now();
        for (var state : List.of("PUBLISHED", "PROCESSING", "RESUBMITTED")) {
            leaveBehind(event, state);
        }
        assertThat(resubmission.resubmit()).as("the listener may be running").isZero();

        age(EventRetries.ABANDONED_AFTER);
        assertThat(resubmission.resubmit()).as("taken and handed over").isEqualTo(6);

        await().until(() -> heard.handled.size() == 3);
        assertThat(heard.handled).containsOnly(event);
        await().until(() -> list().isEmpty());
    }

    @Test
    void deliversNoEventAgainWhoseListenerStillRuns() throws Exception {
        var event = SomethingHappened.now();
        heard.pause = new CountDownLatch(1);
        transaction.executeWithoutResult(_ -> publisher.publishEvent(event));
        await().until(() -> list().getFirst().delivery() == EventDelivery.PROCESSING);
        age(EventRetries.ABANDONED_AFTER);

        running.renew();

        assertThat(resubmission.resubmit()).isZero();
        heard.pause.countDown();
        await().until(() -> list().isEmpty());
        assertThat(heard.handled).containsExactly(event);
        var renewal = RunningEvents.class.getMethod("renew").getAnnotation(Scheduled.class);
        assertThat(Duration.of(renewal.fixedDelay(), renewal.timeUnit().toChronoUnit())
                        .multipliedBy(3))
                .isLessThan(EventRetries.ABANDONED_AFTER);
    }

    @Test
    void renewsNoEventWhoseListenerHasEnded() {
        heard.fails = true;
        transaction.executeWithoutResult(_ -> publisher.publishEvent(SomethingHappened.now()));
        var failed = awaitFailed();

        running.renew();

        assertThat(list()).containsExactly(failed);
        psql.sql("UPDATE kernel.event_publication SET status = 'PROCESSING'").update();
        age(EventRetries.ABANDONED_AFTER);
        running.renew();
        heard.fails = false;
        assertThat(resubmission.resubmit()).as("as after a kill").isEqualTo(2);
        await().until(() -> list().isEmpty()); // or else a later test would hear the event
    }

    /** The registry knows of a failure before this process has ended the event. */
    @Test
    void renewsNoEventThatHasFailed() {
        heard.fails = true;
        transaction.executeWithoutResult(_ -> publisher.publishEvent(SomethingHappened.now()));
        var failed = awaitFailed();
        running.begin(failed.id());

        running.renew();
        running.end(failed.id());

        assertThat(list()).containsExactly(failed);
    }

    @Test
    void stopsAttemptsUntilAnAdministratorRestartsThem() {
        heard.fails = true;
        var event = SomethingHappened.now();
        transaction.executeWithoutResult(_ -> publisher.publishEvent(event));
        var id = awaitFailed().id();
        assertThat(outstanding.oldestGivenUp()).isEmpty();
        psql.sql("UPDATE kernel.event_publication SET completion_attempts = ?")
                .param(EventRetries.MAX_ATTEMPTS)
                .update();
        age(Duration.ofDays(30));
        assertThat(resubmission.resubmit()).isZero();
        assertThat(outstanding.oldestGivenUp())
                .hasValueSatisfying(given -> assertThat(given.id()).isEqualTo(id));

        var restarted = outstanding.retry(id);
        assertThat(outstanding.oldestGivenUp()).isEmpty();
        assertThat(restarted.attempts()).isZero();
        heard.fails = false;
        assertThat(resubmission.resubmit()).isEqualTo(1);

        awaitHandled(event);
    }

    @Test
    void redeliversWhateverNumberOfOlderEventsIsNotDue() {
        leaveFailed(SomethingHappened.class.getName(), EventRetries.MAX_ATTEMPTS, 2_000);
        leaveFailed("dev.ashlar.kernel.Renamed", 1, 600);
        var event = SomethingHappened.now();
        leaveBehind(event, "FAILED");
        age(Duration.ofSeconds(10));

        assertThat(resubmission.resubmit() + resubmission.resubmit()).isEqualTo(1);

        awaitHandled(event);
        assertThat(heard.handled).containsExactly(event);
        assertThat(psql.sql("SELECT count(*) FROM kernel.event_publication WHERE completion_attempts = 2")
                        .query(Integer.class)
                        .single())
                .as("attempts of events of an unknown class")
                .isEqualTo(600);
    }

    @Test
    void retriesFailedEventsOnly() {
        leaveBehind(SomethingHappened.now(), "PROCESSING");
        var id = list().getFirst().id();

        assertRefused(KernelProblem.CONFLICT, () -> outstanding.retry(id));
        assertRefused(KernelProblem.NOT_FOUND, () -> outstanding.retry(new EventPublicationId(UUID.randomUUID())));
    }

    @Test
    void listsEventsPageByPageOldestFirst() {
        for (int count = 0; count < 5; count++) {
            leaveBehind(SomethingHappened.now(), "PROCESSING");
        }
        psql.sql("UPDATE kernel.event_publication SET publication_date = date_trunc('day', publication_date)")
                .update();

        var first = outstanding.list(new PageRequest(3, null));
        var second = outstanding.list(new PageRequest(3, first.next()));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
    }

    private void leaveBehind(SomethingHappened event, String state) {
        psql.sql("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                            last_resubmission_date
                        )
                        VALUES (gen_random_uuid(), 'test.listen', ?, ?, now(), ?, 1, now())""")
                .params(
                        SomethingHappened.class.getName(),
                        "{\"id\": {\"value\": \"" + event.id().value() + "\"}}",
                        state)
                .update();
    }

    private void leaveFailed(String type, int attempts, int events) {
        psql.sql("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                            last_resubmission_date
                        )
                        SELECT
                            gen_random_uuid(), 'test.listen', ?, '{"id": {"value": "' || gen_random_uuid() || '"}}',
                            now() - INTERVAL '1 day', 'FAILED', ?, now()
                        FROM generate_series(1, ?)""").params(type, attempts, events).update();
    }

    /** Moves the publication of all events into the past. */
    private void age(Duration time) {
        psql.sql("""
                        UPDATE kernel.event_publication
                        SET publication_date = publication_date - make_interval(secs => :seconds),
                            last_resubmission_date = last_resubmission_date - make_interval(secs => :seconds)""").param("seconds", time.toSeconds()).update();
    }

    private List<OutstandingEvent> list() {
        return outstanding.list(PageRequest.first()).items();
    }

    private OutstandingEvent awaitFailed() {
        return await().until(
                        () -> list().stream()
                                .filter(event -> event.delivery() == EventDelivery.FAILED)
                                .toList(),
                        failed -> failed.size() == 1)
                .getFirst();
    }

    private void awaitHandled(SomethingHappened event) {
        await().until(() -> heard.handled.contains(event));
    }

    record SomethingHappened(UserId id) {
        static SomethingHappened now() {
            return new SomethingHappened(new UserId(UUID.randomUUID()));
        }
    }

    /** Events that the listener has received, and its behaviour. */
    static class Heard {
        final Queue<SomethingHappened> handled = new ConcurrentLinkedQueue<>();
        volatile CountDownLatch pause = new CountDownLatch(0);
        volatile boolean fails;
        volatile boolean sawTransaction;
    }

    static class Listener {
        private final Heard heard;

        Listener(Heard heard) {
            this.heard = heard;
        }

        @AfterCommit("test.listen")
        void on(SomethingHappened event) throws InterruptedException {
            assertThat(heard.pause.await(30, TimeUnit.SECONDS)).isTrue();
            heard.sawTransaction |= TransactionSynchronizationManager.isActualTransactionActive();
            if (heard.fails) {
                throw new IllegalStateException("not today");
            }
            heard.handled.add(event);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {
        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        Listener listener(Heard heard) {
            return new Listener(heard);
        }
    }
}
