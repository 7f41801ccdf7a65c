// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Kpi;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link KpiSnapshots}. */
public abstract class KpiSnapshotsContract {
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-01T12:15:00Z");

    protected abstract KpiSnapshots snapshots();

    @Test
    void storesEachFigureOnceForABucket() {
        var kpis = List.of(kpi("commerce.orders", ""), kpi("commerce.orders", "status=paid"));
        assertThat(snapshots().insert(FIRST, kpis, FIRST)).isEqualTo(2);
        assertThat(snapshots().insert(FIRST, kpis, FIRST.plusSeconds(9))).isZero();
        assertThat(snapshots().insert(FIRST, List.of(kpi("ai.calls", ""), kpis.getFirst()), FIRST))
                .isEqualTo(1);
        assertThat(snapshots().insert(SECOND, kpis, SECOND)).isEqualTo(2);
        assertThat(snapshots().insert(SECOND, List.of(), SECOND)).isZero();
    }

    @Test
    void deletesTheEarliestBucketOfThePast() {
        var kpis = List.of(kpi("ai.calls", ""), kpi("ai.cost-usd", ""));
        snapshots().insert(SECOND, kpis, SECOND);
        snapshots().insert(FIRST, kpis, FIRST);
        assertThat(snapshots().deleteEarliest(FIRST)).isZero();
        assertThat(snapshots().deleteEarliest(SECOND.plusSeconds(1))).isEqualTo(2);
        assertThat(snapshots().deleteEarliest(SECOND)).isZero();
        assertThat(snapshots().deleteEarliest(SECOND.plusSeconds(1))).isEqualTo(2);
        assertThat(snapshots().deleteEarliest(SECOND.plusSeconds(1))).isZero();
    }

    private static Kpi kpi(String metric, String dimensions) {
        return new Kpi(metric, dimensions, new BigDecimal("12.5"));
    }
}
