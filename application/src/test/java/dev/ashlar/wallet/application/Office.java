// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.InMemoryAllotmentRequests;
import dev.ashlar.wallet.domain.InMemoryWallets;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Services of the wallet over in-memory stores, with a fixed clock and recorded events. */
class Office {
    final IdSource ids = IdSource.timeOrdered();
    final InMemoryWallets wallets = new InMemoryWallets();
    final InMemoryAllotmentRequests requests = new InMemoryAllotmentRequests();
    final List<Object> events = new ArrayList<>();
    private final Bookkeeper bookkeeper = new Bookkeeper(wallets, events::add);
    private Instant now = Ledgers.NOW;

    private final HoldKeeper holdKeeper = new HoldKeeper(wallets, wallets.holds(), bookkeeper, ids);
    final LedgerService ledger =
            new LedgerService(wallets, wallets.holds(), bookkeeper, holdKeeper, events::add, ids, () -> now);
    final AllotmentService allotments =
            new AllotmentService(requests, new InMemoryViews(requests), bookkeeper, ids, () -> now);

    CorrectionService corrections(WalletViews views) {
        return new CorrectionService(views, bookkeeper, events::add, ids, () -> now);
    }

    Instant now() {
        return now;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    static Actor actor(Role role) {
        return new Actor(Ledgers.newUser(), role, Actor.DEFAULT_PLATFORM);
    }

    /** Returns the owner of a new wallet with tokens and clears the events. */
    UserId ownerOf(long tokens) {
        var owner = Ledgers.newUser();
        ledger.open(owner);
        if (tokens > 0) {
            ledger.credit(UsageType.PURCHASE, movement(owner, tokens));
        }
        events.clear();
        return owner;
    }

    /** Spends tokens as a meeting booking. */
    LedgerEntryId charge(UserId owner, long tokens) {
        return ledger.spend(owner, tokens, Ledgers.slot(), "For a test");
    }

    /** Returns a movement under a new key. */
    TokenMovement movement(UserId owner, long tokens) {
        return movement(owner, tokens, "test:" + ids.next());
    }

    TokenMovement movement(UserId owner, long tokens, String key) {
        return new TokenMovement(owner, tokens, key, "For a test", null);
    }

    void assertWallet(UserId owner, long balance, long held) {
        assertThat(wallets.find(owner).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("lastSeq")
                .isEqualTo(new Wallet(owner, balance, held, 0));
    }
}
