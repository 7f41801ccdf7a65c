// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.application.Office.actor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.wallet.domain.InMemoryAllotmentRequests;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Access to wallets; their contents are tested on a real ledger. */
class WalletServiceTest {
    private final WalletService service = new WalletService(new InMemoryViews(new InMemoryAllotmentRequests()));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesOtherWalletsToAllButAdministrators(Role role) {
        assertRefused(KernelProblem.FORBIDDEN, () -> service.get(actor(role), Ledgers.newUser()));
    }

    @Test
    void refusesToReadAMissingWallet() {
        assertRefused(WalletProblem.WALLET_NOT_FOUND, () -> service.get(actor(Role.STUDENT)));
        assertRefused(WalletProblem.WALLET_NOT_FOUND, () -> service.get(actor(Role.ADMIN), Ledgers.newUser()));
    }

    @Test
    void returnsNoBalanceBeforeTheFirstEntry() {
        assertThat(service.balanceAt(actor(Role.STUDENT), Instant.MAX)).isZero();
    }
}
