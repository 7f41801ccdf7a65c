// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

class InMemoryWalletsTest extends WalletsContract {
    private final InMemoryWallets wallets = new InMemoryWallets();

    @Override
    protected Wallets wallets() {
        return wallets;
    }
}
