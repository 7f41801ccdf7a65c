// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Concurrent corrections of the same entry. */
@ServiceTest
class CorrectionConcurrencyTest {
    private final TokenLedger ledger;
    private final CorrectionService corrections;
    private final ViolatedConstraints constraints;
    private final TestWallets wallets;
    private final Actor admin = new Actor(Ledgers.newUser(), Role.ADMIN, Actor.DEFAULT_PLATFORM);

    @Autowired
    CorrectionConcurrencyTest(
            TokenLedger ledger,
            CorrectionService corrections,
            ViolatedConstraints constraints,
            FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.corrections = corrections;
        this.constraints = constraints;
        this.wallets = new TestWallets(ledger, database);
    }

    @Race(10)
    void undoesAnEntryOnce() {
        var owner = wallets.ownerOf(30);
        var slot = Ledgers.slot();
        var charge = ledger.spend(owner, 20, slot, "Meeting");

        var outcomes = Together.run(16, number -> number % 2 == 0 ? () -> reverse(charge) : () -> refund(slot, number));

        assertThat(outcomes.stream().filter(outcome -> !outcome.succeeded()))
                .allMatch(outcome -> reason(outcome) == WalletProblem.ENTRY_REVERSED);
        assertThat(outcomes.stream().filter(Outcome::succeeded).map(Outcome::value))
                .filteredOn(undone -> undone)
                .hasSize(1);
        assertThat(wallets.entriesOf(owner, UsageType.REVERSAL) + wallets.entriesOf(owner, UsageType.REFUND))
                .isEqualTo(1);
        wallets.assertWhole(owner, 30, 0);
    }

    @Test
    void adjustsOnceForAKey() {
        var owner = wallets.ownerOf(30);

        var outcomes = Together.run(32, () -> corrections.adjust(admin, owner, 5, "Miscounted", "key"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        wallets.assertWhole(owner, 35, 0);
    }

    private boolean reverse(LedgerEntryId charge) {
        return corrections.reverse(admin, charge, "Wrong person").delta() == 20;
    }

    private boolean refund(HoldReference slot, int number) {
        var refund = new HoldRefund(slot, "refund:" + slot.id() + ":" + number, "Called off");
        return !ledger.refundAll(List.of(refund)).isEmpty();
    }

    /** Returns the refusal of the service, or the meaning of a violated constraint. */
    private ProblemType reason(Outcome<?> outcome) {
        return switch (outcome.failure()) {
            case DomainException refusal -> refusal.type();
            case DataAccessException violation ->
                constraints.problemFor(violation).orElseThrow();
            case null, default -> throw new AssertionError(outcome.failure());
        };
    }
}
