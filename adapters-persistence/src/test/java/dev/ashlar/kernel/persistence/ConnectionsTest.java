// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Calls of every outcome, more than the pool has connections. */
@ServiceTest
@Tag("rule-connections-released")
class ConnectionsTest {
    private static final int MORE_THAN_THE_POOL_HAS = 21;

    @Autowired
    private Work work;

    @Autowired
    private FreshDatabase.Switch database;

    @RepeatedTest(MORE_THAN_THE_POOL_HAS)
    void areReturnedAfterEveryOutcomeOfACall() {
        work.run("SELECT 1", () -> {});
        assertThatThrownBy(() -> work.run("SELECT 1 / 0", () -> {})).isInstanceOf(DataAccessException.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> work.run("SELECT 1", () -> {
                    throw new IllegalStateException("broken");
                }));

        var pool = database.database().application().getHikariPoolMXBean();
        assertThat(pool.getActiveConnections()).isZero();
    }

    @ApplicationService
    static class Work {
        private final JdbcClient jdbc;

        Work(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional
        public void run(String sql, Runnable then) {
            assertThat(jdbc.sql(sql).query(Integer.class).single()).isEqualTo(1);
            then.run();
        }
    }
}
