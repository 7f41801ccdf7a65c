// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Listener that gives each test class a new database below a shared application context. The data source of the context is a {@link
 * Switch}, which is turned to a new clone before the class starts. The clock is reset, too.
 */
public class FreshDatabase extends AbstractTestExecutionListener {
    @Override
    public int getOrder() {
        return 1000; // before the listener that begins test transactions
    }

    @Override
    public void beforeTestClass(TestContext context) {
        context.getApplicationContext().getBean(Switch.class).turnToFreshDatabase();
        context.getApplicationContext().getBeanProvider(MovableClock.class).ifAvailable(MovableClock::reset);
    }

    /** Data source of a test's application context. */
    public static final class Switch extends DelegatingDataSource implements AutoCloseable {
        private final DelegatingDataSource readers = new DelegatingDataSource();
        private TestDatabase database = TestDatabase.migrated();
        private boolean fresh = true;

        /** Starts on a migrated database, so that the context itself can start. */
        public Switch() {
            turnTo(database);
        }

        private void turnTo(TestDatabase to) {
            setTargetDataSource(to.application());
            readers.setTargetDataSource(to.readers());
        }

        /** Returns the connections for reads, which are turned, too. */
        public DataSource readers() {
            return readers;
        }

        /** Returns the database of the running test class. */
        public TestDatabase database() {
            return database;
        }

        /** The first class after the start of the context gets the database that it started on. */
        void turnToFreshDatabase() {
            if (fresh) {
                fresh = false;
                return;
            }
            var previous = database;
            database = TestDatabase.migrated();
            turnTo(database);
            previous.close();
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
