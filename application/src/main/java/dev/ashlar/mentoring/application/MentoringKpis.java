// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.KpiSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Meetings, requested ones included, by status. */
@Component
class MentoringKpis implements KpiSource {
    private final MentoringKpiViews views;

    MentoringKpis(MentoringKpiViews views) {
        this.views = views;
    }

    @Override
    public List<Kpi> kpis() {
        return views.kpis();
    }
}
