// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.allotment;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of {@link AllotmentRequests}. */
public abstract class AllotmentRequestsContract {
    private final UserId owner = newUser();

    protected abstract AllotmentRequests requests();

    protected abstract Wallets wallets();

    @BeforeEach
    void openWallet() {
        wallets().open(owner, NOW);
    }

    @Test
    void keepsEveryFieldOfARequest() {
        var request = allotment(owner, 50);

        assertThat(requests().add(request)).isTrue();

        assertThat(requests().find(request.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(request);
    }

    @Test
    void findsNoUnknownRequest() {
        assertThat(requests().find(new AllotmentRequestId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void keepsEveryFieldOfARejection() {
        var rejected = added().reject(newUser(), "Too much", NOW.plusSeconds(1));

        assertThat(requests().decide(rejected)).isTrue();

        assertStored(rejected);
    }

    @Test
    void keepsEveryFieldOfAnApproval() {
        var posting = Ledgers.purchase(owner, 50);
        assertThat(wallets().post(posting)).isPresent();
        var approved = added().approve(newUser(), posting.id(), null, NOW.plusSeconds(1));

        assertThat(requests().decide(approved)).isTrue();

        assertStored(approved);
    }

    @Test
    void acceptsOnePendingRequestOfAUser() {
        var first = added();

        assertThat(requests().add(allotment(owner, 60))).isFalse();
        assertThat(requests().decide(first.reject(newUser(), null, NOW))).isTrue();
        assertThat(requests().add(allotment(owner, 60))).isTrue();
    }

    @Test
    void keepsTheFirstDecision() {
        var request = added();
        var rejected = request.reject(newUser(), "No", NOW);
        assertThat(requests().decide(rejected)).isTrue();

        assertThat(requests().decide(request.reject(newUser(), "No again", NOW)))
                .isFalse();

        assertStored(rejected);
    }

    @Test
    void decidesNoUnknownRequest() {
        assertThat(requests().decide(allotment(owner, 50).reject(newUser(), null, NOW)))
                .isFalse();
    }

    private AllotmentRequest added() {
        var request = allotment(owner, 50);
        assertThat(requests().add(request)).isTrue();
        return request;
    }

    private void assertStored(AllotmentRequest expected) {
        assertThat(requests().find(expected.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }
}
