package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.booking;
import static dev.ashlar.wallet.domain.Ledgers.purchase;
import static dev.ashlar.wallet.domain.Ledgers.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final UserId OWNER = somebody();

    @Test
    void startsWithNothing() {
        var wallet = Wallet.empty(OWNER);

        assertThat(wallet).isEqualTo(new Wallet(OWNER, 0, 0, 0));
        assertThat(wallet.available()).isZero();
    }

    @Test
    void neverHoldsMoreThanItHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Wallet(OWNER, 5, 6, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wallet(OWNER, 5, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Wallet(OWNER, -1, 0, 1));
    }

    @Test
    void anEntryContinuesTheChain() {
        var wallet = new Wallet(OWNER, 30, 0, 4);
        var posting = booking(OWNER, 12);

        var entry = wallet.entryFor(posting);

        assertThat(entry)
                .isEqualTo(new LedgerEntry(
                        posting.id(),
                        OWNER,
                        5,
                        posting.usageType(),
                        -12,
                        30,
                        18,
                        null,
                        posting.reason(),
                        posting.idempotencyKey(),
                        null,
                        NOW));
        assertThat(wallet.after(entry)).isEqualTo(new Wallet(OWNER, 18, 0, 5));
    }

    @Test
    void whatIsHeldIsNotForSpending() {
        var wallet = new Wallet(OWNER, 30, 20, 1);

        assertThat(wallet.entryFor(booking(OWNER, 10)).balanceAfter()).isEqualTo(20);
        var refusal = assertRefused(WalletProblem.INSUFFICIENT_TOKENS, () -> wallet.entryFor(booking(OWNER, 11)));
        assertThat(refusal.detail()).contains("11").contains("10");
    }

    @Test
    void whatIsHeldIsNotForHoldingAgain() {
        var wallet = new Wallet(OWNER, 30, 20, 1);

        assertThat(wallet.holding(10)).isEqualTo(new Wallet(OWNER, 30, 30, 1));
        assertThat(wallet.holding(-20)).isEqualTo(new Wallet(OWNER, 30, 0, 1));
        assertRefused(WalletProblem.INSUFFICIENT_TOKENS, () -> wallet.holding(11));
    }

    @Test
    void tokensMayAlwaysCome() {
        var wallet = new Wallet(OWNER, 30, 30, 1);

        assertThat(wallet.after(wallet.entryFor(purchase(OWNER, 5)))).isEqualTo(new Wallet(OWNER, 35, 30, 2));
    }
}
