// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

class InMemoryAllotmentRequestsTest extends AllotmentRequestsContract {
    private final InMemoryWallets wallets = new InMemoryWallets();
    private final InMemoryAllotmentRequests requests = new InMemoryAllotmentRequests();

    @Override
    protected AllotmentRequests requests() {
        return requests;
    }

    @Override
    protected Wallets wallets() {
        return wallets;
    }
}
