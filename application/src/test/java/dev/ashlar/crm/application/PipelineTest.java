// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.domain.LeadStatus;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineTest {
    @Test
    void tellsIfNumbersWereLeftOut() {
        var full = Pipeline.of(counts(Pipeline.MAX_COUNTS));
        var cut = Pipeline.of(counts(Pipeline.MAX_COUNTS + 1));

        assertThat(full.more()).isFalse();
        assertThat(cut.more()).isTrue();
        assertThat(full.counts()).hasSize(Pipeline.MAX_COUNTS);
        assertThat(cut.counts()).hasSize(Pipeline.MAX_COUNTS);
    }

    private static List<PipelineCount> counts(int number) {
        return Collections.nCopies(number, new PipelineCount(LeadStatus.ACTIVE, null, "open-day", 1));
    }
}
