// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import dev.ashlar.wallet.application.WalletViews.UsageFilter;
import org.springframework.stereotype.Component;

/** Ledger of a person. */
@Component
class ExportedUsages implements PersonalData {
    private static final UsageFilter ALL = new UsageFilter(null, null, null);

    private final WalletService wallets;

    ExportedUsages(WalletService wallets) {
        this.wallets = wallets;
    }

    @Override
    public String name() {
        return "walletUsages";
    }

    @Override
    public Page<UsageView> page(Actor owner, PageRequest request) {
        return wallets.usages(owner, ALL, request);
    }
}
