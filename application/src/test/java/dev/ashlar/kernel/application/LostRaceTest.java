// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

/** A real database shows in RetryTest that lost races are run again. */
class LostRaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void includesSerializationFailuresAndDeadlocks(String state) {
        assertThat(isLostRace(new SQLException("lost", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0A000", "26000"})
    void includesPreparedStatementsThatAMigrationHasOutdated(String state) {
        assertThat(isLostRace(new SQLException("cached plan must not change result type", state)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duplicate key value violates unique constraint \"uq_token_usages_idempotency_key\"",
                "doppelter Schlüsselwert verletzt Unique-Constraint »uq_token_usages_idempotency_key«"
            })
    void includesASecondUseOfAnIdempotencyKeyInEveryLanguage(String message) {
        assertThat(isLostRace(new SQLException(message, "23505"))).isTrue();
    }

    @Test
    void includesAStateThatAFailedRollbackHides() {
        var hidden = new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        hidden.initApplicationException(
                new DataIntegrityViolationException("wrapped", new SQLException("lost", "0A000")));

        assertThat(LostRace.isLostRace(hidden)).isTrue();
    }

    @Test
    void runsAReadThatFailedOnAReplicaAgainOnceOnThePrimary() throws NoSuchMethodException {
        var failure = new DataIntegrityViolationException("wrapped", new SQLException("server is gone", "57P01"));
        var method = Object.class.getMethod("toString");
        var noted = new ArrayList<Throwable>();
        RequestReads.begin(WalPosition.START, _ -> {});
        try {
            var request = RequestReads.current().orElseThrow();
            assertThat(new LostRace().shouldRetry(method, failure)).isFalse();

            request.useReplica(noted::add);
            assertThat(new LostRace().shouldRetry(method, KernelProblem.BUSY.because("Later.")))
                    .isFalse();
            assertThat(new LostRace().shouldRetry(method, failure)).isTrue();
            assertThat(request.mayUseReplica()).isFalse();
            assertThat(new LostRace().shouldRetry(method, failure)).isFalse();
            assertThat(noted).singleElement().isSameAs(failure.getCause());
        } finally {
            RequestReads.end();
        }
    }

    @Test
    void excludesEveryOtherFailure() {
        assertThat(isLostRace(new SQLException("violates \"uq_users_email\"", "23505")))
                .isFalse();
        assertThat(isLostRace(new SQLException("violates \"chk_a_idempotency_key\"", "23514")))
                .isFalse();
        assertThat(isLostRace(new SQLException("without a state"))).isFalse();
        assertThat(LostRace.isLostRace(KernelProblem.BUSY.because("Later."))).isFalse();
    }

    private static boolean isLostRace(SQLException failure) {
        return LostRace.isLostRace(new DataIntegrityViolationException("wrapped", failure));
    }
}
