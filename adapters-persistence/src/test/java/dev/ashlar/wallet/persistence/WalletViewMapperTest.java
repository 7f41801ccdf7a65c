// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.ExportedHold;
import dev.ashlar.wallet.application.UsageView;
import dev.ashlar.wallet.application.WalletView;
import dev.ashlar.wallet.application.WalletViews.UsageFilter;
import dev.ashlar.wallet.domain.HoldStatus;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Each test starts with a purchase of 30, a booking of 12, a refund of 5 and a penalty of 3, an hour apart. */
@PersistenceTest
@Transactional
@Kills(mutant = "mapper WalletViewMapper.holds owner", test = "listsHoldsOfTheOwnerWithEveryField")
class WalletViewMapperTest {
    private static final UsageFilter ALL = new UsageFilter(null, null, null);

    private final WalletMapper wallets;
    private final TokenHoldMapper holds;
    private final WalletViewMapper views;
    private final UserId owner = Ledgers.newUser();
    private final List<LedgerEntry> ledger = new ArrayList<>();

    @Autowired
    WalletViewMapperTest(WalletMapper wallets, TokenHoldMapper holds, WalletViewMapper views) {
        this.wallets = wallets;
        this.holds = holds;
        this.views = views;
    }

    @BeforeEach
    void fillLedger() {
        wallets.open(owner, hour(0));
        post(UsageType.PURCHASE, 30, null, null);
        var slot = UUID.randomUUID();
        var charge = post(UsageType.MEETING_BOOKING, -12, slot, null);
        post(UsageType.REFUND, 5, slot, new Posting.Reversed(charge.id(), -12));
        post(UsageType.PENALTY, -3, null, null);
        var stranger = Ledgers.newUser();
        wallets.open(stranger, hour(0));
        assertThat(wallets.post(Ledgers.purchase(stranger, 99))).isPresent();
    }

    @Test
    void showsAWallet() {
        assertThat(holds.place(Ledgers.hold(owner, 7, Ledgers.slot()), hour(9))).isTrue();

        assertThat(views.wallet(owner)).contains(new WalletView(owner, 20, 7, 13));
        assertThat(views.wallet(Ledgers.newUser())).isEmpty();
    }

    @Test
    void listsHoldsOfTheOwnerWithEveryField() {
        var first = Ledgers.hold(owner, 7, Ledgers.slot());
        var second = Ledgers.hold(owner, 5, Ledgers.slot());
        assertThat(holds.place(first, hour(8))).isTrue();
        assertThat(holds.place(second, hour(9))).isTrue();
        var released = first.expiresAt().minusSeconds(1);
        assertThat(holds.release(first.id(), released)).isTrue();

        var firstView = new ExportedHold(
                first.id(),
                7,
                HoldStatus.RELEASED,
                first.refType(),
                first.refId(),
                first.expiresAt(),
                hour(8),
                released);
        assertThat(views.holds(owner, null, 9)).hasSize(2).last().isEqualTo(firstView);
        assertThat(views.holds(owner, second.id().value(), 9)).containsExactly(firstView);
        assertThat(views.holds(owner, null, 1)).extracting(ExportedHold::id).containsExactly(second.id());
        assertThat(views.holds(Ledgers.newUser(), null, 9)).isEmpty();
    }

    @Test
    void showsEveryFieldOfAnEntry() {
        var charge = ledger.get(1);
        var refund = ledger.get(2);

        assertThat(views.usages(owner, new UsageFilter(UsageType.REFUND, null, null), null, 10))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new UsageView(
                        refund.id(),
                        3,
                        UsageType.REFUND,
                        new UsageView.Tokens(5, 5, 18, 23),
                        refund.slotId(),
                        refund.reason(),
                        charge.id(),
                        refund.createdAt()));
    }

    @Test
    void listsEntriesNewestFirst() {
        assertThat(positions(ALL, null, 10)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(positions(ALL, null, 2)).containsExactly(4L, 3L);
        assertThat(positions(ALL, 3L, 10)).containsExactly(2L, 1L);
    }

    @Test
    void filtersByTypeAndTime() {
        assertFiltered(new UsageFilter(UsageType.PENALTY, null, null), 4L);
        assertFiltered(new UsageFilter(null, hour(2), null), 4L, 3L, 2L);
        assertFiltered(new UsageFilter(null, null, hour(2)), 1L);
        assertFiltered(new UsageFilter(null, hour(2), hour(3)), 2L);
        assertFiltered(new UsageFilter(UsageType.PURCHASE, hour(2), hour(3)));
        assertFiltered(ALL, 4L, 3L, 2L, 1L);
    }

    @Test
    void readsAStatementOldestFirstInParts() {
        assertThat(views.lastSeq(owner)).isEqualTo(4);
        assertThat(views.statement(owner, 0, 3, 2)).extracting(UsageView::seq).containsExactly(1L, 2L);
        assertThat(views.statement(owner, 2, 3, 2)).extracting(UsageView::seq).containsExactly(3L);
        assertThat(views.statement(owner, 3, 3, 2)).isEmpty();
        assertThat(views.lastSeq(Ledgers.newUser())).isZero();
    }

    @Test
    void readsTheBalanceAtAnyTime() {
        assertThat(views.balanceAt(owner, hour(1).minusNanos(1000))).isEmpty();
        assertThat(views.balanceAt(owner, hour(1))).contains(30L);
        assertThat(views.balanceAt(owner, hour(2))).contains(18L);
        assertThat(views.balanceAt(owner, hour(3).plusSeconds(60))).contains(23L);
        assertThat(views.balanceAt(owner, Instant.parse("9999-01-01T00:00:00Z")))
                .contains(20L);
    }

    private LedgerEntry post(UsageType type, long delta, @Nullable UUID slot, Posting.@Nullable Reversed reverses) {
        int number = ledger.size() + 1;
        var posting = new Posting(
                Ledgers.entryId(),
                owner,
                new Movement(type, delta, slot, "Entry " + number, "key " + number),
                reverses,
                hour(number));
        var entry = wallets.post(posting).orElseThrow();
        ledger.add(entry);
        return entry;
    }

    private static Instant hour(int number) {
        return Ledgers.NOW.plusSeconds(3600L * number);
    }

    private void assertFiltered(UsageFilter filter, Long... expected) {
        assertThat(positions(filter, null, 10)).containsExactly(expected);
        assertThat(views.countUsages(owner, filter)).isEqualTo(expected.length);
    }

    private List<Long> positions(UsageFilter filter, @Nullable Long beforeSeq, int limit) {
        return views.usages(owner, filter, beforeSeq, limit).stream()
                .map(UsageView::seq)
                .toList();
    }
}
