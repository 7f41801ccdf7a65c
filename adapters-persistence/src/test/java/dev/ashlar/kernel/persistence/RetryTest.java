// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@ServiceTest
class RetryTest {
    private static final int ONE_TRY_AND_THREE_MORE = 4;

    @Autowired
    private Outer outer;

    @Autowired
    private Inner inner;

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void retriesALostRaceUntilItIsWon(String state) {
        var attempts = new AtomicInteger();

        inner.run(() -> failUntil(3, attempts, state));

        assertThat(attempts).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void stopsAfterThreeRetries(String state) {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> inner.run(() -> failUntil(99, attempts, state)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("lost");
        assertThat(attempts).hasValue(ONE_TRY_AND_THREE_MORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22012"})
    void doesNotRetryAnotherFailure(String state) {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> inner.run(() -> failUntil(99, attempts, state)))
                .isInstanceOf(DataAccessException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void retriesTheOutermostCallOnly() {
        var outerAttempts = new AtomicInteger();
        var innerAttempts = new AtomicInteger();

        assertThatThrownBy(() -> outer.run(() -> {
                    outerAttempts.incrementAndGet();
                    inner.run(() -> failUntil(99, innerAttempts, "40001"));
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(outerAttempts).hasValue(ONE_TRY_AND_THREE_MORE);
        assertThat(innerAttempts).hasValue(ONE_TRY_AND_THREE_MORE);
    }

    @Test
    void runsEachAttemptInANewTransaction() {
        var attempts = new AtomicInteger();

        inner.run(() -> {
            inner.markAttempt();
            failUntil(3, attempts, "40001");
        });

        assertThat(attempts).hasValue(3);
    }

    @Test
    void letsBothSidesOfADeadlockSucceed() {
        var bothHoldTheirFirst = new CyclicBarrier(2);
        var attempts = new AtomicInteger();

        var outcomes = Together.run(List.<Callable<Boolean>>of(
                () -> lockBoth(1, 2, bothHoldTheirFirst, attempts),
                () -> lockBoth(2, 1, bothHoldTheirFirst, attempts)));

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(attempts).hasValueGreaterThan(2);
    }

    private boolean lockBoth(int first, int second, CyclicBarrier barrier, AtomicInteger attempts) {
        inner.run(() -> {
            inner.lock(first);
            if (attempts.incrementAndGet() <= 2) {
                await(barrier);
            }
            inner.lock(second);
        });
        return true;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception nobodyCame) {
            throw new IllegalStateException(nobodyCame);
        }
    }

    private void failUntil(int lastAttempt, AtomicInteger attempts, String state) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isTrue();
        if (attempts.incrementAndGet() < lastAttempt) {
            inner.fail(state);
        }
    }

    /** Service that calls another one. */
    @ApplicationService
    static class Outer {
        @Transactional
        public void run(Runnable code) {
            code.run();
        }
    }

    /** Service whose transactions PostgreSQL aborts on demand. */
    @ApplicationService
    static class Inner {
        private final JdbcClient jdbc;

        Inner(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional
        public void run(Runnable code) {
            code.run();
        }

        /** Raises an error with this SQLSTATE in PostgreSQL. */
        @Transactional
        public void fail(String state) {
            jdbc.sql("DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '" + state + "'; END $$")
                    .update();
        }

        /** Fails if the transaction was marked before. */
        @Transactional
        public void markAttempt() {
            jdbc.sql("CREATE TEMPORARY TABLE attempt ON COMMIT DROP AS SELECT 1")
                    .update();
        }

        @Transactional
        public void lock(int number) {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(number).query().singleRow();
        }
    }
}
