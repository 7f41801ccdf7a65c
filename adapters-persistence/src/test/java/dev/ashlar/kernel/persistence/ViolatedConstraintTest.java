// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

class ViolatedConstraintTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            23505 | duplicate key value violates unique constraint "uq_orders_key_102008"
            23503 | insert or update on table "orders_102010" violates foreign key constraint "uq_orders_key_102010"
            23503 | update or delete on table "buyers_1" violates foreign key constraint "uq_orders_key_1020081" on table "o"
            23514 | new row for relation "orders_102008" violates check constraint "uq_orders_key_102008"
            23P01 | conflicting key value violates exclusion constraint "uq_orders_key_102008"
            23505 | duplicate key value violates unique constraint "uq_orders_key"
            """)
    void findsTheNameInTheMessageOfAWorker(String sqlState, String message) {
        assertThat(ViolatedConstraint.of(WorkerErrors.error(sqlState, message))).contains("uq_orders_key");
    }

    @ParameterizedTest
    @CsvSource({"uq_orders_key_102009, uq_orders_key", "uq_orders_key_2026, uq_orders_key_2026"})
    void removesTheNumberOfAShardFromTheField(String reported, String name) {
        var violation = new PSQLException(new ServerErrorMessage("SERROR\0C23505\0Mduplicate\0n" + reported + "\0"));

        assertThat(ViolatedConstraint.of(violation)).contains(name);
    }

    @Test
    void findsNoneInOtherFailures() {
        assertThat(ViolatedConstraint.of(
                        WorkerErrors.error("42704", "constraint \"uq_orders_key\" of relation \"o\" does not exist")))
                .isEmpty();
        assertThat(ViolatedConstraint.of(
                        WorkerErrors.error("23502", "null value in column \"id\" violates not-null constraint")))
                .isEmpty();
        assertThat(ViolatedConstraint.of(new PSQLException("The connection is closed.", PSQLState.CONNECTION_FAILURE)))
                .isEmpty();
    }
}
