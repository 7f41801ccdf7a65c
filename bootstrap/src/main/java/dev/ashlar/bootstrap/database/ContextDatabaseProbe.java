// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.kernel.persistence.Pools;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a connection to each separate database of a context. */
class ContextDatabaseProbe implements HealthProbe {
    private static final Logger LOG = LoggerFactory.getLogger(ContextDatabaseProbe.class);
    private static final int SECONDS_TO_ANSWER = 2;

    private final ContextPools pools;

    ContextDatabaseProbe(ContextPools pools) {
        this.pools = pools;
    }

    @Override
    public String component() {
        return "context-databases";
    }

    @Override
    public HealthResult check() {
        var silent = pools.all().entrySet().stream()
                .filter(pool -> !answers(pool.getKey(), pool.getValue()))
                .map(pool -> pool.getKey())
                .sorted()
                .toList();
        return silent.isEmpty()
                ? HealthResult.HEALTHY
                : HealthResult.unhealthy("No connection to the database of " + String.join(", ", silent) + ".");
    }

    private static boolean answers(String context, Pools pools) {
        try (var connection = pools.readers().getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException failed) {
            LOG.warn("Database not reached context={} cause={}", context, failed.toString());
            return false;
        }
    }
}
