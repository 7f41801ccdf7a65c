// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.HealthStatus;
import org.jspecify.annotations.Nullable;

/**
 * Health of a component, as its probe has found it just now.
 *
 * @param component name of the component
 * @param responseTimeMs milliseconds that the probe took
 * @param details reason; null if it is healthy
 */
public record HealthReport(
        String component,
        HealthStatus status,
        int responseTimeMs,
        @Nullable String details) {}
