// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.wallet.application.WalletViews.UsageFilter;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Instant;
import java.util.List;

/** Reads the own wallet; administrators read all wallets. */
@ApplicationService
public class WalletService {
    private static final String LIST = "wallet.usages";
    private static final int STATEMENT_CHUNK = 1000;

    private final WalletViews views;

    WalletService(WalletViews views) {
        this.views = views;
    }

    public WalletView get(Actor actor) {
        return find(actor.userId());
    }

    /** Returns the wallet of any user to an administrator. */
    public WalletView get(Actor actor, UserId owner) {
        actor.requireAdmin();
        return find(owner);
    }

    /** Returns the actor's ledger, newest first. */
    public Page<UsageView> usages(Actor actor, UsageFilter filter, PageRequest page) {
        var rows = views.usages(actor.userId(), filter, page.afterLong(LIST), page.rowsToRead());
        return Page.of(rows, page, usage -> Cursor.of(LIST, usage.seq()));
    }

    public long countUsages(Actor actor, UsageFilter filter) {
        return views.countUsages(actor.userId(), filter);
    }

    /** Returns the actor's balance at a time; 0 before the first entry. */
    public long balanceAt(Actor actor, Instant at) {
        return views.balanceAt(actor.userId(), at).orElse(0L);
    }

    /** Returns the position at which a statement ends now; later entries belong to the next statement. */
    public long statementEnd(Actor actor) {
        return views.lastSeq(actor.userId());
    }

    /**
     * Returns the next part of the actor's statement, oldest first; empty at its end. Reading in parts keeps a slow client
     * from holding a transaction or the whole statement in memory.
     *
     * @param afterSeq position of the last entry read; 0 to start
     * @param lastSeq result of {@link #statementEnd}
     */
    public List<UsageView> statement(Actor actor, long afterSeq, long lastSeq) {
        return views.statement(actor.userId(), afterSeq, lastSeq, STATEMENT_CHUNK);
    }

    private WalletView find(UserId owner) {
        return views.wallet(owner)
                .orElseThrow(() -> WalletProblem.WALLET_NOT_FOUND.because("User " + owner.value() + " has no wallet."));
    }
}
