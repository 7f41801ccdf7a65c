// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.testing.GeneratedDocs;
import org.junit.jupiter.api.Test;

class SlotStatusTest {
    @Test
    void isDrawnInTheDocumentation() {
        GeneratedDocs.assertShows("mentoring.md", "slot-lifecycle", SlotStatus.LIFECYCLE);
    }

    @Test
    void endsInCompletedAndCancelled() {
        assertThat(SlotStatus.values())
                .filteredOn(SlotStatus.LIFECYCLE::endsAt)
                .containsExactly(SlotStatus.CANCELLED, SlotStatus.COMPLETED);
    }
}
