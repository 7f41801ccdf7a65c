package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Instant;
import java.util.List;

/** What people read in their own wallets, and administrators in anybody's. */
@ApplicationService
public class WalletService {
    private static final String USAGES = "wallet.usages";
    private static final int STATEMENT_CHUNK = 1000;

    private final WalletViews views;

    WalletService(WalletViews views) {
        this.views = views;
    }

    public WalletView wallet(Actor actor) {
        return find(actor.userId());
    }

    /** Anybody's wallet, for an administrator. */
    public WalletView walletOf(Actor actor, UserId owner) {
        actor.requireAdmin();
        return find(owner);
    }

    /** The actor's ledger, newest first. */
    public Page<UsageView> usages(Actor actor, UsageFilter filter, PageRequest page) {
        var rows = views.usages(actor.userId(), filter, page.afterLong(USAGES), page.rowsToRead());
        return Page.of(rows, page, usage -> Cursor.of(USAGES, usage.seq()));
    }

    public long countUsages(Actor actor, UsageFilter filter) {
        return views.countUsages(actor.userId(), filter);
    }

    /** What the actor's balance was at that instant; 0 before the first entry. */
    public long balanceAt(Actor actor, Instant at) {
        return views.balanceAt(actor.userId(), at).orElse(0L);
    }

    /** Where the actor's statement ends now; entries that come later belong to the next one. */
    public long statementEnd(Actor actor) {
        return views.lastSeq(actor.userId());
    }

    /**
     * The next part of the actor's statement, oldest first; empty at its end. Read part by part, so that a slow reader
     * holds neither a transaction nor the whole statement in memory.
     *
     * @param afterSeq position of the last entry read; 0 to start
     * @param lastSeq what {@link #statementEnd} said
     */
    public List<UsageView> statement(Actor actor, long afterSeq, long lastSeq) {
        return views.statement(actor.userId(), afterSeq, lastSeq, STATEMENT_CHUNK);
    }

    private WalletView find(UserId owner) {
        return views.wallet(owner)
                .orElseThrow(
                        () -> WalletProblem.NOT_FOUND.because("No wallet belongs to the user " + owner.value() + "."));
    }
}
