// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static dev.ashlar.wallet.domain.Ledgers.posting;
import static dev.ashlar.wallet.domain.WalletSpecification.entryFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTest {
    private static final UserId OWNER = newUser();
    private static final UUID SLOT = UUID.randomUUID();
    private static final Posting.Reversed CHARGE = new Posting.Reversed(entryId(), -9);

    @ParameterizedTest
    @CsvSource({"PURCHASE, -1", "PURCHASE, 0", "MEETING_BOOKING, 1", "MEETING_BOOKING, 0", "ADJUSTMENT, 0"})
    void refusesTokensInTheWrongDirection(UsageType type, long delta) {
        assertRefused(WalletProblem.AMOUNT_INVALID, () -> posting(OWNER, type, delta));
    }

    @ParameterizedTest
    @ValueSource(longs = {Posting.MAX_TOKENS + 1, -Posting.MAX_TOKENS - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesMoreThanTheMaximum(long delta) {
        assertRefused(WalletProblem.AMOUNT_INVALID, () -> posting(OWNER, UsageType.ADJUSTMENT, delta));
    }

    @ParameterizedTest
    @ValueSource(longs = {Posting.MAX_TOKENS, -Posting.MAX_TOKENS})
    void allowsTheMaximum(long delta) {
        assertThat(posting(OWNER, UsageType.ADJUSTMENT, delta).movement().delta())
                .isEqualTo(delta);
    }

    @Test
    void recognizesItsOwnEntry() {
        var entry = entryFor(Wallet.empty(OWNER), refund(OWNER, 5, SLOT, CHARGE));

        assertThatCode(() -> refund(OWNER, 5, SLOT, CHARGE).requireMade(entry)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("otherMovements")
    void refusesTheEntryOfAnotherMovement(Posting other) {
        var entry = entryFor(Wallet.empty(OWNER), refund(OWNER, 5, SLOT, CHARGE));

        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, () -> other.requireMade(entry));
    }

    static Stream<Posting> otherMovements() {
        return Stream.of(
                refund(newUser(), 5, SLOT, CHARGE),
                refund(OWNER, 4, SLOT, CHARGE),
                refund(OWNER, 5, null, CHARGE),
                refund(OWNER, 5, SLOT, new Posting.Reversed(entryId(), -9)),
                posting(OWNER, UsageType.PURCHASE, 5, "key"));
    }

    private static Posting refund(UserId owner, long tokens, @Nullable UUID slot, Posting.Reversed charge) {
        var movement = new Movement(UsageType.REFUND, tokens, slot, "Called off", "key");
        return new Posting(entryId(), owner, movement, charge, NOW);
    }

    @Test
    void reversesAnEntryExactly() {
        var charge = entry(UsageType.MEETING_BOOKING, -9);
        var id = entryId();

        assertThat(Posting.reversal(id, charge, "Wrong person", NOW))
                .isEqualTo(new Posting(
                        id,
                        OWNER,
                        new Movement(
                                UsageType.REVERSAL,
                                9,
                                SLOT,
                                "Wrong person",
                                "reversal:" + charge.id().value()),
                        new Posting.Reversed(charge.id(), -9),
                        NOW));
    }

    @Test
    void reversesACredit() {
        var purchase = entry(UsageType.PURCHASE, 9);

        assertThat(Posting.reversal(entryId(), purchase, "Stolen card", NOW)
                        .movement()
                        .delta())
                .isEqualTo(-9);
    }

    @ParameterizedTest
    @CsvSource({"REFUND, 9", "REVERSAL, 9", "REVERSAL, -9"})
    void refusesToReverseRefundsAndReversals(UsageType type, long delta) {
        var undoing = entry(type, delta);

        assertRefused(WalletProblem.ENTRY_NOT_REVERSIBLE, () -> Posting.reversal(entryId(), undoing, "Again", NOW));
    }

    private static LedgerEntry entry(UsageType type, long delta) {
        return new LedgerEntry(
                entryId(),
                OWNER,
                2,
                new Movement(type, delta, SLOT, "For a test", "charge"),
                20,
                20 + delta,
                null,
                NOW);
    }
}
