// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.LedgerService;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many who want something of the same hold at the same moment. */
@ServiceTest
class HoldConcurrencyTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final LedgerService ledger;
    private final TestWallets wallets;
    private final MovableClock clock;
    private final HoldReference slot = Ledgers.slot();

    @Autowired
    HoldConcurrencyTest(LedgerService ledger, MovableClock clock, FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.clock = clock;
        this.wallets = new TestWallets(ledger, database);
    }

    @Test
    void oneReferenceIsHeldOnceAndEverybodyGetsTheSameHold() {
        var owner = wallets.ownerOf(30);

        var outcomes = Together.run(
                32, () -> ledger.hold(owner, 7, slot, clock.instant().plus(HOUR)));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        wallets.assertWhole(owner, 30, 7);
    }

    @Test
    void oneReferenceIsSpentOnceAndEverybodyGetsTheSameEntry() {
        var owner = wallets.ownerOf(30);

        var outcomes = Together.run(32, () -> ledger.spend(owner, 7, slot, "Meeting"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        wallets.assertWhole(owner, 23, 0);
    }

    @Test
    void oneHoldIsCapturedOnceAndEverybodyGetsTheSameEntry() {
        var owner = holding(7);

        var outcomes = Together.run(32, () -> ledger.capture(slot, "Meeting"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        wallets.assertWhole(owner, 23, 0);
    }

    @Race(20)
    void aHoldEndsInOneWay() {
        var owner = holding(7);

        var captures = Together.run(List.<Callable<String>>of(
                this::capture, this::release, this::expire, this::capture, this::release, this::expire));

        long spent = wallets.entriesOf(owner, UsageType.MEETING_BOOKING);
        assertThat(spent).isLessThanOrEqualTo(1);
        wallets.assertWhole(owner, 30 - 7 * spent, 0);
        var told = captures.stream().map(HoldConcurrencyTest::told).distinct().toList();
        assertThat(told).allMatch(answer -> !answer.equals(spent == 1 ? "released" : "captured"));
    }

    private UserId holding(long tokens) {
        var owner = wallets.ownerOf(30);
        ledger.hold(owner, tokens, slot, clock.instant().plus(HOUR));
        return owner;
    }

    private String capture() {
        ledger.capture(slot, "Meeting");
        return "captured";
    }

    private String release() {
        ledger.release(slot);
        return "released";
    }

    private String expire() {
        clock.advance(HOUR);
        ledger.expireHolds();
        return "expired or not";
    }

    private static String told(Outcome<String> outcome) {
        if (outcome.failure() instanceof DomainException refusal) {
            assertThat(refusal.type()).isEqualTo(WalletProblem.HOLD_ENDED);
            return "refused";
        }
        assertThat(outcome.failure()).isNull();
        return String.valueOf(outcome.value());
    }
}
