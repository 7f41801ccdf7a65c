// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.application.AfterCommit;
import dev.ashlar.wallet.LedgerDriftFound;
import org.springframework.stereotype.Component;

/** Opens an incident when a wallet and its ledger disagree. No probe closes it; an administrator does, after the correction. */
@Component
class OpenIncidentOnLedgerDriftFound {
    private final IncidentService incidents;

    OpenIncidentOnLedgerDriftFound(IncidentService incidents) {
        this.incidents = incidents;
    }

    @AfterCommit("operations.open-ledger-incident")
    void on(LedgerDriftFound event) {
        incidents.open(
                "wallet-ledger", "Wallet of user " + event.owner().value() + " and its ledger disagree. Correct it.");
    }
}
