// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/** Orders by status, and the total of paid orders by currency. */
public interface CommerceKpiViews {
    List<Kpi> kpis();
}
