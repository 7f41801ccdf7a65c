// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.HealthStatus;
import org.jspecify.annotations.Nullable;

/**
 * Result of a {@link HealthProbe}.
 *
 * @param details reason, for administrators; null if it is healthy
 */
public record HealthResult(HealthStatus status, @Nullable String details) {
    public static final HealthResult HEALTHY = new HealthResult(HealthStatus.HEALTHY, null);

    public HealthResult {
        if ((status == HealthStatus.HEALTHY) != (details == null)) {
            throw new IllegalArgumentException("A result has details unless it is healthy.");
        }
    }

    public static HealthResult degraded(String details) {
        return new HealthResult(HealthStatus.DEGRADED, details);
    }

    public static HealthResult unhealthy(String details) {
        return new HealthResult(HealthStatus.UNHEALTHY, details);
    }
}
