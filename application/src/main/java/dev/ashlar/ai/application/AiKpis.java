// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.KpiSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Calls of language models and their cost in US dollars, from the sums of months. */
@Component
class AiKpis implements KpiSource {
    private final AiKpiViews views;

    AiKpis(AiKpiViews views) {
        this.views = views;
    }

    @Override
    public List<Kpi> kpis() {
        return views.kpis();
    }
}
