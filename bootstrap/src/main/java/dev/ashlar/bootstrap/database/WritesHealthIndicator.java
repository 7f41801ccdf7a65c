// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Part {@code writes} of readiness: {@code READ_ONLY} while the database takes none, as between the demotion of a primary and the
 * promotion of another server. It is no failure, because reads go on.
 */
@Component("writes") // the name of the part
class WritesHealthIndicator extends AbstractHealthIndicator {
    private final DataSource database;

    WritesHealthIndicator(DataSource database) {
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try (var connection = database.getConnection()) {
            if (ReadOnlyDatabase.isReadOnly(connection)) {
                health.status("READ_ONLY");
            } else {
                health.up();
            }
        }
    }
}
