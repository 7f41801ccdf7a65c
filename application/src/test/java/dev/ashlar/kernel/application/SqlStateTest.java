// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStateTest {
    @ParameterizedTest
    @CsvSource({
        "23505, UNIQUE_VIOLATION, CONFLICT",
        "23P01, EXCLUSION_VIOLATION, CONFLICT",
        "23001, RESTRICT_VIOLATION, BROKEN_REFERENCE",
        "23503, FOREIGN_KEY_VIOLATION, BROKEN_REFERENCE",
        "23502, NOT_NULL_VIOLATION, OUT_OF_BOUNDS",
        "23514, CHECK_VIOLATION, OUT_OF_BOUNDS",
        "22001, STRING_DATA_RIGHT_TRUNCATION, OUT_OF_BOUNDS",
        "22003, NUMERIC_VALUE_OUT_OF_RANGE, OUT_OF_BOUNDS",
        "40001, SERIALIZATION_FAILURE, BUSY",
        "25006, READ_ONLY_SQL_TRANSACTION, UNAVAILABLE",
        "40P01, DEADLOCK_DETECTED, BUSY",
        "55P03, LOCK_NOT_AVAILABLE, BUSY",
        "57014, QUERY_CANCELED, UNAVAILABLE",
        "57P01, ADMIN_SHUTDOWN, UNAVAILABLE",
        "57P02, CRASH_SHUTDOWN, UNAVAILABLE",
        "57P03, CANNOT_CONNECT_NOW, UNAVAILABLE",
        "08006, CONNECTION_EXCEPTION, UNAVAILABLE",
        "53300, INSUFFICIENT_RESOURCES, UNAVAILABLE"
    })
    void givesEachStateItsProblem(String code, SqlState state, KernelProblem problem) {
        var failure = new IllegalStateException("wrapped", new SQLException("secret", code));

        assertThat(SqlState.of(failure)).isEqualTo(state);
        assertThat(state.problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "22012", "57000", "XX000", ""})
    void givesNoMeaningToFaultsOfTheServer(String code) {
        assertThat(SqlState.of(new SQLException("secret", code))).isNull();
    }

    @Test
    void readsAnExhaustedPoolAsALostConnection() {
        assertThat(SqlState.of(new SQLTransientConnectionException("exhausted")))
                .isEqualTo(SqlState.CONNECTION_EXCEPTION);
    }

    @Test
    void findsNoStateWithoutAnSqlException() {
        assertThat(SqlState.of(new IllegalStateException())).isNull();
        assertThat(SqlState.of(new SQLException("without a state"))).isNull();
    }
}
