// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.KpiSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Articles by status, without deleted ones. */
@Component
class PublishingKpis implements KpiSource {
    private final PublishingKpiViews views;

    PublishingKpis(PublishingKpiViews views) {
        this.views = views;
    }

    @Override
    public List<Kpi> kpis() {
        return views.kpis();
    }
}
