// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Kpi;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** {@link KpiSnapshots} without a database. */
public final class InMemoryKpiSnapshots implements KpiSnapshots {
    private final TreeMap<Instant, Map<String, Kpi>> byBucket = new TreeMap<>();

    @Override
    public int insert(Instant bucket, Collection<Kpi> kpis, Instant now) {
        var stored = byBucket.computeIfAbsent(bucket, _ -> new HashMap<>());
        return (int) kpis.stream()
                .filter(kpi -> stored.putIfAbsent(kpi.metric() + ' ' + kpi.dimensions(), kpi) == null)
                .count();
    }

    @Override
    public int deleteEarliest(Instant before) {
        return byBucket.lowerKey(before) == null
                ? 0
                : byBucket.pollFirstEntry().getValue().size();
    }
}
