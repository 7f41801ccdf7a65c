// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.identity.UserRegistered;
import dev.ashlar.wallet.TokenLedger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the wallet of a new user in the transaction of the registration. */
@Component
class OpenWalletOnUserRegistered {
    private final TokenLedger ledger;

    OpenWalletOnUserRegistered(TokenLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(UserRegistered event) {
        ledger.open(event.userId());
    }
}
