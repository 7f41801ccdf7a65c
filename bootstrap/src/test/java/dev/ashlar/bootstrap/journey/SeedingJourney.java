// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.bootstrap.seed.Seeding;
import dev.ashlar.bootstrap.testing.RowCounts;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seeds of all contexts on a database that has been seeded. */
@JourneyTest
class SeedingJourney {
    @Autowired
    private Seeding seeding;

    @Autowired
    private FreshDatabase.Switch databases;

    @Test
    @Tag("rule-idempotent-seeds")
    void addsNoRowsInASecondRun() throws SQLException {
        var psql = databases.database().psql();
        await().until(() -> psql.sql("SELECT count(*) FROM kernel.event_publication WHERE completion_date IS NULL")
                        .query(Long.class)
                        .single()
                == 0);
        var first = RowCounts.ofContexts(databases.database().psql());
        assertThat(first.values().stream().filter(rows -> rows > 0)).hasSizeGreaterThan(10);

        seeding.run(_ -> {});

        assertThat(RowCounts.ofContexts(databases.database().psql())).isEqualTo(first);
    }
}
