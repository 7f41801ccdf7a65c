// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final UserId OWNER = newUser();

    @Test
    void startsEmpty() {
        var wallet = Wallet.empty(OWNER);

        assertThat(wallet).isEqualTo(new Wallet(OWNER, 0, 0, 0));
        assertThat(wallet.available()).isZero();
    }

    @Test
    void refusesToHoldMoreThanItsBalance() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wallet(OWNER, 5, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wallet(OWNER, 5, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wallet(OWNER, -1, 0, 1));
    }

    @Test
    void refusesTokensThatAreHeld() {
        var wallet = new Wallet(OWNER, 30, 20, 1);

        assertThatCode(() -> wallet.requireAvailable(10)).doesNotThrowAnyException();
        var refusal = assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> wallet.requireAvailable(11));
        assertThat(refusal.detail()).contains("11").contains("10");
    }

    @Test
    void alwaysAcceptsMoreTokens() {
        var wallet = new Wallet(OWNER, 30, 30, 1);

        assertThatCode(() -> wallet.requireAvailable(-5)).doesNotThrowAnyException();
    }
}
