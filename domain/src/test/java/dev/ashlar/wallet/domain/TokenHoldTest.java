// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.hold;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static dev.ashlar.wallet.domain.Ledgers.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenHoldTest {
    private static final UserId OWNER = newUser();

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Posting.MAX_TOKENS + 1})
    void refusesTokensOutsideOfTheLimits(long tokens) {
        assertRefused(WalletProblem.AMOUNT_INVALID, () -> hold(OWNER, tokens, slot()));
    }

    @Test
    void spendsItsTokensWithTheSlotWhenCaptured() {
        var reference = slot();
        var hold = hold(OWNER, 7, reference);
        var id = entryId();

        assertThat(hold.capture(id, "Meeting", NOW))
                .isEqualTo(Posting.of(
                        id,
                        OWNER,
                        new Movement(
                                UsageType.MEETING_BOOKING,
                                -7,
                                reference.id(),
                                "Meeting",
                                "hold:" + hold.id().value()),
                        NOW));
    }

    @Test
    void namesNoSlotForAnotherReference() {
        var hold = hold(OWNER, 7, new HoldReference("course", UUID.randomUUID()));

        assertThat(hold.capture(entryId(), "Course", NOW).movement().slotId()).isNull();
    }

    @Test
    void canBeCapturedUntilItExpires() {
        var hold = hold(OWNER, 7, slot());
        var lastMoment = hold.expiresAt().minusNanos(1000);

        assertThat(hold.statusAt(lastMoment)).isEqualTo(HoldStatus.HELD);
        assertThatCode(() -> hold.capture(entryId(), "Meeting", lastMoment)).doesNotThrowAnyException();

        assertThat(hold.statusAt(hold.expiresAt())).isEqualTo(HoldStatus.EXPIRED);
        var refusal =
                assertRefused(WalletProblem.HOLD_ENDED, () -> hold.capture(entryId(), "Meeting", hold.expiresAt()));
        assertThat(refusal.detail()).contains("expired");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HELD")
    void refusesACaptureAfterItHasEnded(HoldStatus ended) {
        var hold = inStatus(ended);

        assertRefused(WalletProblem.HOLD_ENDED, () -> hold.capture(entryId(), "Meeting", NOW));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HELD")
    void keepsItsFinalStatusAtAnyTime(HoldStatus ended) {
        assertThat(inStatus(ended).statusAt(Instant.MAX)).isEqualTo(ended);
    }

    @Test
    void refundsAllTokensOfItsCapture() {
        var captured = inStatus(HoldStatus.CAPTURED);
        var charge = Objects.requireNonNull(captured.ledgerEntryId());
        var id = entryId();

        assertThat(captured.refund(id, "key", "Called off", NOW))
                .isEqualTo(new Posting(
                        id,
                        OWNER,
                        new Movement(UsageType.REFUND, 7, captured.refId(), "Called off", "key"),
                        new Posting.Reversed(charge, -7),
                        NOW));
    }

    @Test
    void isTheSameForTheSameTokensOfTheSameUserOnly() {
        var hold = hold(OWNER, 7, slot());

        assertThatCode(() -> hold.requireSame(hold(OWNER, 7, slot()))).doesNotThrowAnyException();
        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, () -> hold.requireSame(hold(OWNER, 8, slot())));
        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, () -> hold.requireSame(hold(newUser(), 7, slot())));
    }

    private static TokenHold inStatus(HoldStatus status) {
        return new TokenHold(
                new HoldId(UUID.randomUUID()),
                OWNER,
                7,
                status,
                HoldReference.SLOT,
                UUID.randomUUID(),
                NOW.plusSeconds(60),
                status == HoldStatus.CAPTURED ? entryId() : null);
    }
}
