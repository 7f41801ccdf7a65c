// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Holds of a person's tokens. */
@ApplicationService
class ExportedHolds implements PersonalData {
    private static final String LIST = "wallet.exported-holds";

    private final WalletViews views;

    ExportedHolds(WalletViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "walletHolds";
    }

    @Override
    public Page<ExportedHold> page(Actor owner, PageRequest request) {
        var rows = views.holds(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> Cursor.of(LIST, row.id()));
    }
}
