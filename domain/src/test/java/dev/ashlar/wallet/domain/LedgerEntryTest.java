package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEntryTest {
    private static final UserId OWNER = somebody();
    private static final UUID SLOT = UUID.randomUUID();

    @Test
    void aReversalMovesTheSameTokensBack() {
        var charge = entry(UsageType.MEETING_BOOKING, -9);
        var id = entryId();

        assertThat(charge.reversal(id, "Wrong person", NOW))
                .isEqualTo(new Posting(
                        id,
                        OWNER,
                        UsageType.REVERSAL,
                        9,
                        "reversal:" + charge.id().value(),
                        "Wrong person",
                        SLOT,
                        new Posting.Reversed(charge.id(), -9),
                        NOW));
    }

    @Test
    void whatCameCanBeReversedToo() {
        assertThat(entry(UsageType.PURCHASE, 9)
                        .reversal(entryId(), "Stolen card", NOW)
                        .delta())
                .isEqualTo(-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 9})
    void aRefundGivesBackUpToTheCharge(long tokens) {
        var charge = entry(UsageType.PENALTY, -9);
        var id = entryId();

        assertThat(charge.refund(id, tokens, "key", "Called off", NOW))
                .isEqualTo(new Posting(
                        id,
                        OWNER,
                        UsageType.REFUND,
                        tokens,
                        "key",
                        "Called off",
                        SLOT,
                        new Posting.Reversed(charge.id(), -9),
                        NOW));
    }

    @ParameterizedTest
    @ValueSource(longs = {10, Long.MAX_VALUE})
    void aRefundNeverExceedsItsCharge(long tokens) {
        assertRefused(WalletProblem.REFUND_EXCEEDS_CHARGE, () -> refund(entry(UsageType.PENALTY, -9), tokens));
    }

    @Test
    void aCreditCannotBeRefunded() {
        assertRefused(WalletProblem.REFUND_EXCEEDS_CHARGE, () -> refund(entry(UsageType.PURCHASE, 9), 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aRefundGivesSomething(long tokens) {
        assertRefused(WalletProblem.INVALID_AMOUNT, () -> refund(entry(UsageType.PENALTY, -9), tokens));
    }

    @ParameterizedTest
    @CsvSource({"REFUND, 9", "REVERSAL, 9", "REVERSAL, -9"})
    void whatUndoesIsNotUndoneItself(UsageType type, long delta) {
        var undoing = entry(type, delta);

        assertRefused(WalletProblem.NOT_REVERSIBLE, () -> undoing.reversal(entryId(), "Again", NOW));
        assertRefused(WalletProblem.NOT_REVERSIBLE, () -> refund(undoing, 1));
    }

    private static Posting refund(LedgerEntry charge, long tokens) {
        return charge.refund(entryId(), tokens, "key", "Called off", NOW);
    }

    private static LedgerEntry entry(UsageType type, long delta) {
        return new LedgerEntry(
                entryId(), OWNER, 2, type, delta, 20, 20 + delta, SLOT, "For a test", "charge", null, NOW);
    }
}
