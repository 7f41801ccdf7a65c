// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.wallet.application.AllotmentView;
import dev.ashlar.wallet.domain.AllotmentRequest;
import dev.ashlar.wallet.domain.AllotmentStatus;
import dev.ashlar.wallet.domain.Ledgers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
@Kills(mutant = "mapper WalletViewMapper.requestsWanted owner", test = "listsRequestsUnderEachFilter")
class AllotmentViewsTest {
    private final AllotmentRequestMapper requests;
    private final WalletViewMapper views;
    private final WalletMapper wallets;
    private final UserId owner = Ledgers.newUser();
    private final AllotmentRequest rejected =
            Ledgers.allotment(owner, 10).reject(Ledgers.newUser(), "No", Ledgers.NOW.plusSeconds(1));
    private final AllotmentRequest pending = Ledgers.allotment(owner, 20);
    private final AllotmentRequest anothers = Ledgers.allotment(Ledgers.newUser(), 30);

    @Autowired
    AllotmentViewsTest(AllotmentRequestMapper requests, WalletViewMapper views, WalletMapper wallets) {
        this.requests = requests;
        this.views = views;
        this.wallets = wallets;
    }

    @BeforeEach
    void addRequests() {
        wallets.open(owner, Ledgers.NOW);
        wallets.open(anothers.userId(), Ledgers.NOW);
        assertThat(requests.add(new AllotmentRequest(
                        rejected.id(),
                        owner,
                        rejected.requestedBy(),
                        10,
                        rejected.reason(),
                        AllotmentStatus.PENDING,
                        null,
                        rejected.createdAt())))
                .isTrue();
        assertThat(requests.decide(rejected)).isTrue();
        assertThat(requests.add(pending)).isTrue();
        assertThat(requests.add(anothers)).isTrue();
    }

    @Test
    void showsEveryFieldOfARequest() {
        assertThat(views.requests(owner, AllotmentStatus.REJECTED, null, 1))
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(rejected);
    }

    @Test
    void listsNewestFirst() {
        assertList(null, null, anothers, pending, rejected);
    }

    @Test
    void listsRequestsUnderEachFilter() {
        assertList(owner, null, pending, rejected);
        assertList(null, AllotmentStatus.PENDING, anothers, pending);
        assertList(owner, AllotmentStatus.REJECTED, rejected);
        assertList(Ledgers.newUser(), null);
    }

    @Test
    void continuesBeforeTheLastRequest() {
        assertThat(views.requests(null, null, anothers.id().value(), 1))
                .extracting(AllotmentView::id)
                .containsExactly(pending.id());
        assertThat(views.requests(null, null, rejected.id().value(), 1)).isEmpty();
    }

    private void assertList(@Nullable UserId user, @Nullable AllotmentStatus status, AllotmentRequest... expected) {
        assertThat(views.requests(user, status, null, 10))
                .extracting(AllotmentView::id)
                .containsExactlyElementsOf(
                        Stream.of(expected).map(AllotmentRequest::id).toList());
        assertThat(views.countRequests(user, status)).isEqualTo(expected.length);
    }
}
