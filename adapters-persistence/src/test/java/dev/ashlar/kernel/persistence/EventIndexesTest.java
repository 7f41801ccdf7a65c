// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FilledTables;
import org.junit.jupiter.api.Test;

/** Failed events must be found without a scan of all that wait, as after a night without the mail server. */
class EventIndexesTest {
    @Test
    void includeOneForFailedEvents() {
        try (var filled = new FilledTables("""
                INSERT INTO kernel.event_publication (
                    id, listener_id, event_type, serialized_event, publication_date, status, last_resubmission_date
                )
                SELECT
                    gen_random_uuid(), 'shop.send-receipt', 'Paid', '{}', now() - n * INTERVAL '1 second',
                    CASE WHEN n % 500 = 0 THEN 'FAILED' ELSE 'PUBLISHED' END, now()
                FROM generate_series(1, 20000) AS n""")) {
            assertThat(filled.indexesOf(
                            "kernel.event_publication WHERE status = 'FAILED' ORDER BY publication_date LIMIT 20"))
                    .containsExactly("ix_event_publication_failed");
        }
    }
}
