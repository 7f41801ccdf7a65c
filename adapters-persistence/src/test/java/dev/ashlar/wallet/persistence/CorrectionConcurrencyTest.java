package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.movement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Many who correct the same thing at the same moment. */
@ServiceTest
class CorrectionConcurrencyTest {
    private final TokenLedger ledger;
    private final CorrectionService corrections;
    private final ViolatedConstraints constraints;
    private final TestWallets wallets;
    private final Actor admin = new Actor(Ledgers.somebody(), Role.ADMIN, Actor.DEFAULT_PLATFORM);

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

    @RepeatedTest(10)
    void anEntryIsUndoneOnce() {
        var owner = wallets.ownerOf(30);
        var charge = ledger.charge(movement(owner, 20));

        var outcomes =
                Together.run(16, number -> number % 2 == 0 ? () -> reverse(charge) : () -> refund(charge, number));

        var refused = outcomes.stream().filter(outcome -> !outcome.succeeded()).toList();
        assertThat(refused).hasSize(15).allMatch(outcome -> reason(outcome) == WalletProblem.ALREADY_REVERSED);
        assertThat(wallets.entriesOf(owner, UsageType.REVERSAL) + wallets.entriesOf(owner, UsageType.REFUND))
                .isEqualTo(1);
        wallets.assertWhole(owner, 30, 0);
    }

    @Test
    void oneKeyAdjustsOnce() {
        var owner = wallets.ownerOf(30);

        var outcomes = Together.run(32, () -> corrections.adjust(admin, owner, 5, "Miscounted", "key"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        wallets.assertWhole(owner, 35, 0);
    }

    private LedgerEntryId reverse(LedgerEntryId charge) {
        return corrections.reverse(admin, charge, "Wrong person").id();
    }

    private LedgerEntryId refund(LedgerEntryId charge, int number) {
        return ledger.refund(charge, 20, "refund:" + charge.value() + ":" + number, "Called off");
    }

    /** What the caller is told, be it by the service or by the meaning of a broken constraint. */
    private ProblemType reason(Outcome<?> outcome) {
        return switch (outcome.failure()) {
            case DomainException refusal -> refusal.type();
            case DataAccessException violation ->
                constraints.problemFor(violation).orElseThrow();
            case null, default -> throw new AssertionError(outcome.failure());
        };
    }
}
