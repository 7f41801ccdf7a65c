// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.allotment;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllotmentRequestTest {
    private static final UserId OWNER = newUser();
    private static final UserId DECIDER = newUser();

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, AllotmentRequest.MAX_TOKENS + 1})
    void refusesTokensOutsideOfTheLimits(long tokens) {
        var refusal = assertRefused(WalletProblem.AMOUNT_INVALID, () -> allotment(OWNER, tokens));

        assertThat(refusal.errors()).extracting(error -> error.pointer()).containsExactly("/tokens");
    }

    @Test
    void recordsDeciderTimeAndEntryOfAnApproval() {
        var request = allotment(OWNER, 50);
        var entry = entryId();

        var approved = request.approve(DECIDER, entry, "Fine", NOW);

        assertThat(approved)
                .isEqualTo(new AllotmentRequest(
                        request.id(),
                        OWNER,
                        request.requestedBy(),
                        50,
                        request.reason(),
                        AllotmentStatus.APPROVED,
                        new AllotmentRequest.Decision(DECIDER, NOW, "Fine", entry),
                        request.createdAt()));
        assertThat(approved.posting(entry, NOW))
                .isEqualTo(Posting.of(
                        entry,
                        OWNER,
                        Movement.of(
                                UsageType.ALLOTMENT,
                                50,
                                request.reason(),
                                "allotment:" + request.id().value()),
                        NOW));
    }

    @Test
    void recordsNoEntryOfARejection() {
        var rejected = allotment(OWNER, 50).reject(DECIDER, "Too much", NOW);

        assertThat(rejected.status()).isEqualTo(AllotmentStatus.REJECTED);
        assertThat(rejected.decision()).isEqualTo(new AllotmentRequest.Decision(DECIDER, NOW, "Too much", null));
    }

    @Test
    void refusesADecisionByTheRequester() {
        var request = allotment(OWNER, 50);

        assertOwn(request, request.requestedBy());
    }

    @Test
    void refusesADecisionByTheReceiver() {
        assertOwn(allotment(OWNER, 50), OWNER);
    }

    @Test
    void refusesASecondDecision() {
        var approved = allotment(OWNER, 50).approve(DECIDER, entryId(), null, NOW);
        var rejected = allotment(OWNER, 50).reject(DECIDER, null, NOW);

        assertRefused(WalletProblem.ILLEGAL_TRANSITION, () -> approved.reject(newUser(), null, NOW));
        assertRefused(WalletProblem.ILLEGAL_TRANSITION, () -> approved.approve(newUser(), entryId(), null, NOW));
        assertRefused(WalletProblem.ILLEGAL_TRANSITION, () -> rejected.approve(newUser(), entryId(), null, NOW));
        assertRefused(WalletProblem.ILLEGAL_TRANSITION, () -> rejected.reject(newUser(), null, NOW));
    }

    private static void assertOwn(AllotmentRequest request, UserId decider) {
        assertRefused(WalletProblem.OWN_ALLOTMENT, () -> request.approve(decider, entryId(), null, NOW));
        assertRefused(WalletProblem.OWN_ALLOTMENT, () -> request.reject(decider, null, NOW));
    }
}
