// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Stored health checks. */
public interface HealthChecks {
    void insert(Collection<HealthCheck> checks);

    /** Returns the streaks of these components that are {@link ComponentStreak#LENGTH} checks long, of the checks since a time. */
    List<ComponentStreak> streaks(Collection<String> components, Instant since);
}
