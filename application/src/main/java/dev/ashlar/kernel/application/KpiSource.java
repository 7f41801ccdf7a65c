// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/**
 * Key figures of a context, whose mapper extends this port. Each such mapper is found and not listed; operations stores what it returns
 * every quarter of an hour.
 */
// waive one-adapter-a-port: each context that has figures has a mapper for them, and all of these are called
public interface KpiSource {
    /** Returns the figures, which one statement computes. */
    List<Kpi> kpis();
}
