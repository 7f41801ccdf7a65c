// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

class InMemoryTokenHoldsTest extends TokenHoldsContract {
    private final InMemoryWallets wallets = new InMemoryWallets();

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Override
    protected TokenHolds holds() {
        return wallets.holds();
    }
}
