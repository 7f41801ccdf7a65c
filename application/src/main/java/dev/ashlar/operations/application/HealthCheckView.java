// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.operations.domain.HealthCheckId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Health of a component at a time.
 *
 * @param component name of the component
 * @param responseTimeMs milliseconds that the check took
 * @param details reason; null if it was healthy
 */
public record HealthCheckView(
        HealthCheckId id,
        String component,
        HealthStatus status,
        int responseTimeMs,
        @Nullable String details,
        Instant checkedAt) {}
