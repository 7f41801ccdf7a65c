// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/** Users that have an account, by role. */
public interface IdentityKpiViews {
    List<Kpi> kpis();
}
