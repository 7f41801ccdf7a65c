// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.movement;
import static dev.ashlar.wallet.persistence.TestWallets.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.application.WalletService;
import dev.ashlar.wallet.application.WalletViews;
import dev.ashlar.wallet.domain.Ledgers;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Statements of the frequent use cases. */
@ServiceTest
class WalletStatementsTest {
    private final TokenLedger ledger;
    private final WalletService wallets;
    private final CorrectionService corrections;
    private final StatementCounter statements;
    private final InstantSource clock;
    private final Actor admin = new Actor(Ledgers.newUser(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private final Actor owner = new Actor(Ledgers.newUser(), Role.STUDENT, Actor.DEFAULT_PLATFORM);

    @Autowired
    WalletStatementsTest(
            TokenLedger ledger,
            WalletService wallets,
            CorrectionService corrections,
            StatementCounter statements,
            InstantSource clock) {
        this.corrections = corrections;
        this.ledger = ledger;
        this.wallets = wallets;
        this.statements = statements;
        this.clock = clock;
    }

    @BeforeEach
    void openWallet() {
        ledger.open(owner.userId());
        ledger.credit(UsageType.PURCHASE, movement(owner.userId(), 30));
    }

    @Test
    @Tag("rule-aggregate-in-sql")
    void postsSeveralMovementsInTwoStatements() {
        var movements = List.of(movement(owner.userId(), 1), movement(owner.userId(), 2), movement(owner.userId(), 3));

        assertThat(statements.of(() -> ledger.creditAll(UsageType.EARNING, movements)))
                .containsExactly("WalletMapper.lock", "WalletMapper.postEach");
    }

    @Test
    void takesTokensInOneStatement() {
        assertThat(statements.of(() -> corrections.adjust(admin, owner.userId(), -1, "Miscounted", "key")))
                .containsExactly("WalletMapper.post");
    }

    @Test
    void readsAPageOfTheLedgerInOneStatement() {
        for (int count = 0; count < 5; count++) {
            spend(ledger, owner.userId());
        }

        assertThat(statements.of(() ->
                        wallets.usages(owner, new WalletViews.UsageFilter(null, null, null), new PageRequest(3, null))))
                .containsExactly("WalletViewMapper.usages");
    }

    @Test
    @Tag("rule-aggregate-in-sql")
    void reconcilesAllWalletsInOneStatement() {
        assertThat(statements.of(corrections::reconcile)).containsExactly("WalletViewMapper.drifts");
    }

    @Test
    void holdsInOneStatementAndEndsAHoldInTwo() {
        var slot = Ledgers.slot();

        assertThat(statements.of(() ->
                        ledger.hold(owner.userId(), 5, slot, clock.instant().plusSeconds(3600))))
                .containsExactly("TokenHoldMapper.place");
        assertThat(statements.of(() -> ledger.capture(slot, "Meeting")))
                .containsExactly("TokenHoldMapper.find", "WalletMapper.postCapture");
        assertThat(statements.of(() -> ledger.spend(owner.userId(), 5, Ledgers.slot(), "Meeting")))
                .containsExactly("WalletMapper.postAtOnce");
        var other = Ledgers.slot();
        ledger.hold(owner.userId(), 5, other, clock.instant().plusSeconds(3600));
        assertThat(statements.of(() -> ledger.release(other)))
                .containsExactly("TokenHoldMapper.lockAll", "TokenHoldMapper.releaseAll");
    }
}
