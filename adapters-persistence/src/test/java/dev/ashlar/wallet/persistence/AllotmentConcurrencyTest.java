// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokensCredited;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.AllotmentService;
import dev.ashlar.wallet.application.AllotmentView;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Many who ask or decide at the same moment. */
@ServiceTest
@RecordApplicationEvents
class AllotmentConcurrencyTest {
    private final AllotmentService allotments;
    private final TestWallets wallets;

    @Autowired
    AllotmentConcurrencyTest(AllotmentService allotments, TokenLedger ledger, FreshDatabase.Switch database) {
        this.allotments = allotments;
        this.wallets = new TestWallets(ledger, database);
    }

    @Test
    void ofManyRequestsOneIsPending() {
        var owner = wallets.ownerOf(1);

        var outcomes = Together.run(32, () -> request(owner));

        assertThat(successes(outcomes, WalletProblem.ALLOTMENT_PENDING)).isEqualTo(1);
        assertThat(allotments.countRequests(actor(owner, Role.STUDENT), AllotmentStatus.PENDING))
                .isEqualTo(1);
    }

    @Test
    void ofManyApprovalsOneGivesTheTokens(ApplicationEvents events) {
        var owner = wallets.ownerOf(1);
        var request = request(owner).id();
        events.clear();

        var outcomes = Together.run(16, () -> approve(request));

        assertThat(successes(outcomes, WalletProblem.ILLEGAL_TRANSITION)).isEqualTo(1);
        assertThat(wallets.entriesOf(owner, UsageType.ALLOTMENT)).isEqualTo(1);
        wallets.assertWhole(owner, 51, 0);
        assertThat(events.stream(TokensCredited.class)).hasSize(1);
    }

    @Race(10)
    void anApprovalAndARejectionDoNotBothHappen() {
        var owner = wallets.ownerOf(1);
        var request = request(owner).id();

        var outcomes = Together.run(8, number -> number % 2 == 0 ? () -> approve(request) : () -> reject(request));

        assertThat(successes(outcomes, WalletProblem.ILLEGAL_TRANSITION)).isEqualTo(1);
        boolean approved = outcomes.stream()
                .anyMatch(outcome -> outcome.value() != null && outcome.value().status() == AllotmentStatus.APPROVED);
        wallets.assertWhole(owner, approved ? 51 : 1, 0);
    }

    private AllotmentView request(UserId owner) {
        return allotments.request(actor(Ledgers.newUser(), Role.SALES), owner, 50, "Takes part in a study");
    }

    private AllotmentView approve(AllotmentRequestId request) {
        return allotments.approve(actor(Ledgers.newUser(), Role.ADMIN), request, null);
    }

    private AllotmentView reject(AllotmentRequestId request) {
        return allotments.reject(actor(Ledgers.newUser(), Role.ADMIN), request, null);
    }

    private static Actor actor(UserId user, Role role) {
        return new Actor(user, role, Actor.DEFAULT_PLATFORM);
    }
}
