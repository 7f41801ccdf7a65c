// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.util.List;

/** Probes of all components that Ashlar depends on. */
public interface HealthProbes {
    /**
     * Runs all probes at the same time, outside any transaction, and returns a report of each. A probe that fails or takes too long
     * reports an unhealthy component.
     */
    List<HealthReport> run();
}
