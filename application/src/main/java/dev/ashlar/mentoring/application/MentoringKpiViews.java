// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/** Meetings, requested ones included, by status. */
public interface MentoringKpiViews {
    List<Kpi> kpis();
}
