// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.HealthStatus;
import java.time.Instant;

/**
 * Health of a component at its latest check.
 *
 * @param component name of the component
 * @param responseTimeMs milliseconds that the check took
 */
public record ComponentHealthView(String component, HealthStatus status, int responseTimeMs, Instant checkedAt) {}
