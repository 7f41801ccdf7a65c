// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/** Applications by status; taken, offered and free seats of batches that are open, closed or running. */
public interface AdmissionsKpiViews {
    List<Kpi> kpis();
}
