// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Kpi;
import java.util.List;

/** Tokens that users own, and those of them that are held. */
public interface WalletKpiViews {
    List<Kpi> kpis();
}
