// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.HealthStatus;
import java.util.List;

/**
 * Health of the system: the worst one of its components, and degraded if none was checked lately.
 *
 * @param components those that were checked in the last five minutes, by name
 */
public record HealthView(HealthStatus status, List<ComponentHealthView> components) {
    static HealthView of(List<ComponentHealthView> components) {
        var status = components.stream()
                .map(ComponentHealthView::status)
                .reduce(HealthStatus::worse)
                .orElse(HealthStatus.DEGRADED);
        return new HealthView(status, components);
    }
}
