package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.allotment;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllotmentRequestTest {
    private static final UserId OWNER = somebody();
    private static final UserId DECIDER = somebody();

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, AllotmentRequest.MAX_TOKENS + 1})
    void isOfALimitedNumberOfTokens(long tokens) {
        var refusal = assertRefused(WalletProblem.INVALID_AMOUNT, () -> allotment(OWNER, tokens));

        assertThat(refusal.errors()).extracting(error -> error.pointer()).containsExactly("/tokens");
    }

    @Test
    void approvingRecordsWhoWhenAndWhichEntry() {
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
                        DECIDER,
                        NOW,
                        "Fine",
                        entry,
                        request.createdAt()));
        assertThat(approved.posting(entry, NOW))
                .isEqualTo(new Posting(
                        entry,
                        OWNER,
                        UsageType.ALLOTMENT,
                        50,
                        "allotment:" + request.id().value(),
                        request.reason(),
                        null,
                        null,
                        NOW));
    }

    @Test
    void rejectingGivesNoEntry() {
        var rejected = allotment(OWNER, 50).reject(DECIDER, "Too much", NOW);

        assertThat(rejected.status()).isEqualTo(AllotmentStatus.REJECTED);
        assertThat(rejected.decidedBy()).isEqualTo(DECIDER);
        assertThat(rejected.decidedAt()).isEqualTo(NOW);
        assertThat(rejected.note()).isEqualTo("Too much");
        assertThat(rejected.ledgerEntryId()).isNull();
    }

    @Test
    void whoeverAskedMustNotDecide() {
        var request = allotment(OWNER, 50);

        assertOwn(request, request.requestedBy());
    }

    @Test
    void whoeverGetsTheTokensMustNotDecide() {
        assertOwn(allotment(OWNER, 50), OWNER);
    }

    @Test
    void aDecisionStands() {
        var approved = allotment(OWNER, 50).approve(DECIDER, entryId(), null, NOW);
        var rejected = allotment(OWNER, 50).reject(DECIDER, null, NOW);

        assertRefused(WalletProblem.ALLOTMENT_DECIDED, () -> approved.reject(somebody(), null, NOW));
        assertRefused(WalletProblem.ALLOTMENT_DECIDED, () -> approved.approve(somebody(), entryId(), null, NOW));
        assertRefused(WalletProblem.ALLOTMENT_DECIDED, () -> rejected.approve(somebody(), entryId(), null, NOW));
        assertRefused(WalletProblem.ALLOTMENT_DECIDED, () -> rejected.reject(somebody(), null, NOW));
    }

    private static void assertOwn(AllotmentRequest request, UserId decider) {
        assertRefused(WalletProblem.OWN_ALLOTMENT, () -> request.approve(decider, entryId(), null, NOW));
        assertRefused(WalletProblem.OWN_ALLOTMENT, () -> request.reject(decider, null, NOW));
    }
}
