// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static java.util.stream.Collectors.toSet;

import dev.ashlar.kernel.HealthStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@link HealthChecks} without a database. */
public final class InMemoryHealthChecks implements HealthChecks {
    private final List<HealthCheck> stored = new ArrayList<>();

    @Override
    public void insert(Collection<HealthCheck> checks) {
        stored.addAll(checks);
    }

    @Override
    public List<ComponentStreak> streaks(Collection<String> components, Instant since) {
        return components.stream()
                .sorted()
                .flatMap(component -> streak(component, since))
                .toList();
    }

    private Stream<ComponentStreak> streak(String component, Instant since) {
        var latest = stored.stream()
                .filter(check -> check.component().equals(component)
                        && !check.createdAt().isBefore(since))
                .sorted(Comparator.comparing(HealthCheck::createdAt).reversed())
                .limit(ComponentStreak.LENGTH)
                .map(check -> check.status() == HealthStatus.UNHEALTHY)
                .toList();
        Set<Boolean> outcomes = latest.stream().collect(toSet());
        return latest.size() == ComponentStreak.LENGTH && outcomes.size() == 1
                ? Stream.of(new ComponentStreak(component, latest.getFirst()))
                : Stream.empty();
    }
}
