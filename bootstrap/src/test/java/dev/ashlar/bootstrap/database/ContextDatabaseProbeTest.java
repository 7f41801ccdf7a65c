// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.kernel.persistence.Pools;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextDatabaseProbeTest {
    @Test
    void isHealthyIfEachDatabaseAnswers() {
        try (var database = TestDatabase.migrated()) {
            var pools = Map.of("operations", of(database), "sync", of(database));

            assertThat(check(pools)).isEqualTo(HealthResult.HEALTHY);
        }
    }

    @Test
    void namesTheContextsWhoseDatabaseDoesNotAnswer() {
        try (var database = TestDatabase.migrated();
                var silent = silent()) {
            assertThat(check(Map.of("operations", of(database), "sync", silent)))
                    .isEqualTo(HealthResult.unhealthy("No connection to the database of sync."));
            assertThat(check(Map.of("operations", silent, "sync", silent)))
                    .isEqualTo(HealthResult.unhealthy("No connection to the database of operations, sync."));
        }
    }

    private static HealthResult check(Map<String, Pools> pools) {
        return new ContextDatabaseProbe(new ContextPools(pools)).check();
    }

    private static Pools of(TestDatabase database) {
        return new Pools(database.application(), database.readers());
    }

    private static Pools silent() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://localhost:1/none");
        pool.setConnectionTimeout(250);
        return Pools.split(pool, 50);
    }
}
