// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.wallet.LedgerDriftFound;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Corrections of wallets by administrators. */
@ApplicationService
public class CorrectionService {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionService.class);
    private static final String LIST = "wallet.drifts";

    private final WalletViews views;
    private final Bookkeeper bookkeeper;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    CorrectionService(
            WalletViews views,
            Bookkeeper bookkeeper,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.views = views;
        this.bookkeeper = bookkeeper;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives tokens to another user or, with a negative number, takes tokens.
     *
     * @param key idempotency key of the request; the ledger keeps it
     */
    @Transactional
    public LedgerEntry adjust(Actor actor, UserId owner, long delta, String reason, String key) {
        requireCorrector(actor, owner);
        var uniqueKey = "adjustment:" + actor.userId().value() + ":" + key;
        var movement = Movement.of(UsageType.ADJUSTMENT, delta, reason, uniqueKey);
        return bookkeeper.post(Posting.of(new LedgerEntryId(ids.next()), owner, movement, clock.instant()));
    }

    /** Reverses one entry; refuses one that is already undone, and a credit whose tokens are spent. */
    @Transactional
    public LedgerEntry reverse(Actor actor, LedgerEntryId id, String reason) {
        actor.requireAdmin();
        var undone = bookkeeper.entry(id);
        requireCorrector(actor, undone.userId());
        var reversal = Posting.reversal(new LedgerEntryId(ids.next()), undone, reason, clock.instant());
        bookkeeper.requireNotUndone(id, null);
        var entry = bookkeeper.post(reversal);
        if (!entry.id().equals(reversal.id())) {
            throw Bookkeeper.undone(id);
        }
        return entry;
    }

    /** Returns the wallets whose balance, ledger and holds disagree. */
    public Page<DriftView> drifts(Actor actor, PageRequest page) {
        actor.requireAdmin();
        var rows = views.drifts(page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, drift -> Cursor.of(LIST, drift.userId()));
    }

    /**
     * Logs and publishes the wallets whose balance, ledger and holds disagree: the first {@value PageRequest#MAX_LIMIT}, with the number of
     * all. Each page reads the whole ledger, so an administrator reads the others.
     */
    @Job(name = "wallet.reconcile", cron = "0 30 3 * * *")
    @Transactional
    public void reconcile() {
        var drifts = views.drifts(null, PageRequest.MAX_LIMIT);
        drifts.forEach(drift -> {
            LOG.error("Ledger drift found user={} drift={}", drift.userId().value(), drift);
            events.publishEvent(new LedgerDriftFound(drift.userId()));
        });
        if (drifts.size() == PageRequest.MAX_LIMIT) {
            LOG.error("Ledger drifts found wallets={} logged={}", views.countDrifts(), drifts.size());
        }
    }

    /** Refuses corrections of the own wallet. */
    private static void requireCorrector(Actor actor, UserId owner) {
        actor.requireAdmin();
        if (owner.equals(actor.userId())) {
            throw WalletProblem.OWN_WALLET.because(
                    "Wallet " + owner.value() + " is yours. Ask another administrator to correct it.");
        }
    }
}
