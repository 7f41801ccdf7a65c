// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.ScratchMapper.Thing;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.util.List;
import org.apache.ibatis.session.SqlSessionFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A forgotten transaction fails where it was forgotten. */
@PersistenceTest
class GuardedExecutorTest {
    private final ScratchMapper things;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final UserId id = Thing.newId();

    @Autowired
    GuardedExecutorTest(SqlSessionFactory factory, PlatformTransactionManager transactions) {
        things = ScratchSchema.mapper(factory);
        writing = new TransactionTemplate(transactions);
        reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @BeforeAll
    static void createTables(@Autowired FreshDatabase.Switch database) {
        ScratchSchema.create(database);
    }

    @BeforeEach
    void addThing() {
        writing.executeWithoutResult(transaction -> things.addAll(List.of(id)));
    }

    @Test
    void refusesStatementsOutsideATransaction() {
        assertOutside("find", () -> things.find(id));
        assertOutside("live", things::live);
        assertOutside("each", things::each);
        assertOutside("rename", () -> things.rename(id, List.of("new")));
        assertOutside("renameAndTell", () -> things.renameAndTell(id));
    }

    @Test
    void allowsReadsInAReadOnlyTransaction() {
        reading.executeWithoutResult(transaction -> {
            assertThat(things.find(id)).isPresent();
            assertThat(things.each()).contains(id);
        });
    }

    @Test
    void refusesWritesInAReadOnlyTransaction() {
        assertReadOnly("rename", () -> things.rename(id, List.of("new")));
        assertReadOnly("addAll", () -> things.addAll(List.of(Thing.newId())));
    }

    @Test
    void refusesSelectsThatWriteInAReadOnlyTransaction() {
        assertReadOnly("renameAndTell", () -> things.renameAndTell(id));
    }

    @Test
    void allowsReadsAndWritesInATransaction() {
        writing.executeWithoutResult(transaction -> {
            assertThat(things.rename(id, List.of("new"))).isEqualTo(1);
            assertThat(things.renameAndTell(id)).isEqualTo(id);
            assertThat(things.find(id)).isPresent();
        });
    }

    private static void assertOutside(String statement, ThrowingCallable call) {
        assertThatThrownBy(call).rootCause().hasMessageContainingAll("." + statement + " ", "outside a transaction");
    }

    private void assertReadOnly(String statement, Runnable call) {
        assertThatThrownBy(() -> reading.executeWithoutResult(transaction -> call.run()))
                .rootCause()
                .hasMessageContainingAll("." + statement + " ", "read-only transaction");
    }
}
