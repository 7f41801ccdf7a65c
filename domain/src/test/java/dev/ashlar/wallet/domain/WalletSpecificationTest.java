// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.booking;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static dev.ashlar.wallet.domain.Ledgers.purchase;
import static dev.ashlar.wallet.domain.WalletSpecification.after;
import static dev.ashlar.wallet.domain.WalletSpecification.entryFor;
import static dev.ashlar.wallet.domain.WalletSpecification.holding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

class WalletSpecificationTest {
    private static final UserId OWNER = newUser();

    @Test
    void continuesTheChainWithAnEntry() {
        var wallet = new Wallet(OWNER, 30, 0, 4);
        var posting = booking(OWNER, 12);

        var entry = entryFor(wallet, posting);

        assertThat(entry).isEqualTo(new LedgerEntry(posting.id(), OWNER, 5, posting.movement(), 30, 18, null, NOW));
        assertThat(after(wallet, entry)).isEqualTo(new Wallet(OWNER, 18, 0, 5));
    }

    @Test
    void doesNotSpendHeldTokens() {
        var wallet = new Wallet(OWNER, 30, 20, 1);

        assertThat(entryFor(wallet, booking(OWNER, 10)).balanceAfter()).isEqualTo(20);
        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> entryFor(wallet, booking(OWNER, 11)));
    }

    @Test
    void doesNotHoldHeldTokensAgain() {
        var wallet = new Wallet(OWNER, 30, 20, 1);

        assertThat(holding(wallet, 10)).isEqualTo(new Wallet(OWNER, 30, 30, 1));
        assertThat(holding(wallet, -20)).isEqualTo(new Wallet(OWNER, 30, 0, 1));
        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> holding(wallet, 11));
    }

    @Test
    void addsTokensWhileAllAreHeld() {
        var wallet = new Wallet(OWNER, 30, 30, 1);

        assertThat(after(wallet, entryFor(wallet, purchase(OWNER, 5)))).isEqualTo(new Wallet(OWNER, 35, 30, 2));
    }
}
