// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FilledTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indexes of lists among 20,000 checks of ten components. The indexes of a partition are named after its table and their columns. */
class HealthIndexesTest {
    /** In the middle of a month, so that all checks are in one partition on every day. */
    private static final String LATEST = "date_trunc('month', now()) + INTERVAL '14 days'";

    private static final FilledTables FILLED = new FilledTables("""
            INSERT INTO operations.health_checks (id, component, status, response_time_ms, created_at)
            SELECT gen_random_uuid(), 'component-' || n %% 10, 'healthy', 5, %s - n * INTERVAL '6 s'
            FROM generate_series(1, 20000) AS n""".formatted(LATEST));

    @AfterAll
    static void dropDatabase() {
        FILLED.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "component = 'component-7' ORDER BY created_at DESC, id DESC LIMIT 21; component_created_at_id_idx",
                "component = 'component-7' AND created_at >= " + LATEST
                        + " - INTERVAL '15 min' ORDER BY created_at DESC, id DESC LIMIT 3; component_created_at_id_idx",
                "created_at >= " + LATEST + " - INTERVAL '5 min'; pkey",
                "true ORDER BY created_at DESC, id DESC LIMIT 21; pkey"
            })
    void areUsedForLists(String condition, String index) {
        assertThat(FILLED.indexesOf("operations.health_checks WHERE " + condition))
                .isNotEmpty()
                .allMatch(used -> used.endsWith(index));
    }
}
