// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.KpiSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Applications by status, and the seats of batches that take applicants or are held. */
@Component
class AdmissionsKpis implements KpiSource {
    private final AdmissionsKpiViews views;

    AdmissionsKpis(AdmissionsKpiViews views) {
        this.views = views;
    }

    @Override
    public List<Kpi> kpis() {
        return views.kpis();
    }
}
