// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

/**
 * Check of something that Ashlar depends on. Each such component is found and not listed; operations runs it once a minute, on one
 * instance, at the same time as all others.
 */
public interface HealthProbe {
    /** Names the component that is checked, unique and in lower case with hyphens, as in {@code payment-gateway}. The name never changes. */
    String component();

    /** Checks the component, outside any transaction. It is unhealthy if this throws, or takes longer than 15 seconds. */
    HealthResult check();
}
