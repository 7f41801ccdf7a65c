// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.application.ApplicationService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A lost race is run again as a whole, each time in a new transaction. */
class RetriedRaceTest {
    @Test
    void eachAttemptIsATransaction() {
        try (var context = context()) {
            assertThat(context.getBean(Racer.class).winAfter(2)).isEqualTo("won");
            assertThat(context.getBean(Recorder.class).events)
                    .containsExactly("begin", "rollback", "begin", "rollback", "begin", "commit");
        }
    }

    @Test
    void threeRetriesAreEnough() {
        try (var context = context()) {
            assertThatThrownBy(() -> context.getBean(Racer.class).winAfter(9))
                    .hasRootCauseInstanceOf(SQLException.class);
            assertThat(context.getBean(Recorder.class).events)
                    .filteredOn("begin"::equals)
                    .hasSize(4);
        }
    }

    @Test
    void otherFailuresAreNotRepeated() {
        try (var context = context()) {
            assertThatThrownBy(() -> context.getBean(Racer.class).fail()).isInstanceOf(IllegalStateException.class);
            assertThat(context.getBean(Recorder.class).events).containsExactly("begin", "rollback");
        }
    }

    private static AnnotationConfigApplicationContext context() {
        return new AnnotationConfigApplicationContext(
                KernelWiring.class, Transactions.class, Racer.class, Recorder.class);
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    @ApplicationService
    static class Racer {
        private int attempts;

        @Transactional
        public String winAfter(int losses) {
            if (attempts++ < losses) {
                throw new CannotAcquireLockException("lost", new SQLException("deadlock detected", "40P01"));
            }
            return "won";
        }

        @Transactional
        public void fail() {
            throw new IllegalStateException("not a race");
        }
    }

    static class Recorder extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        private final transient List<String> events = new ArrayList<>();

        @Override
        protected Object doGetTransaction() {
            return events;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            events.add("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            events.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            events.add("rollback");
        }
    }
}
