// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.KpiSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tokens that users own, and those of them that are held. */
@Component
class WalletKpis implements KpiSource {
    private final WalletKpiViews views;

    WalletKpis(WalletKpiViews views) {
        this.views = views;
    }

    @Override
    public List<Kpi> kpis() {
        return views.kpis();
    }
}
