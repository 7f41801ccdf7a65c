// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.AllotmentRequest;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentRequests;
import dev.ashlar.wallet.domain.AllotmentStatus;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Requests for free tokens and their decisions. */
@ApplicationService
public class AllotmentService {
    private static final String LIST = "wallet.allotment-requests";

    private final AllotmentRequests requests;
    private final WalletViews views;
    private final Bookkeeper bookkeeper;
    private final IdSource ids;
    private final InstantSource clock;

    AllotmentService(
            AllotmentRequests requests, WalletViews views, Bookkeeper bookkeeper, IdSource ids, InstantSource clock) {
        this.requests = requests;
        this.views = views;
        this.bookkeeper = bookkeeper;
        this.ids = ids;
        this.clock = clock;
    }

    /** Requests tokens for the actor; sales and administrators may request them for other users. */
    @Transactional
    public AllotmentView request(Actor actor, UserId owner, long tokens, String reason) {
        if (!owner.equals(actor.userId()) && actor.role() != Role.SALES && !actor.isAdmin()) {
            throw KernelProblem.FORBIDDEN.because(
                    "Only sales and administrators request tokens for other users. Request them for yourself.");
        }
        bookkeeper.wallet(owner);
        var request = AllotmentRequest.of(
                new AllotmentRequestId(ids.next()), owner, actor.userId(), tokens, reason, clock.instant());
        if (!requests.add(request)) {
            throw WalletProblem.ALLOTMENT_PENDING.because(
                    "User " + owner.value() + " has a pending request. Wait until it is decided.");
        }
        return AllotmentView.of(request);
    }

    /** Returns requests, newest first: all for an administrator, otherwise the actor's own. */
    public Page<AllotmentView> list(Actor actor, @Nullable AllotmentStatus status, PageRequest page) {
        var rows = views.requests(visibleTo(actor), status, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, request -> Cursor.of(LIST, request.id()));
    }

    public long countRequests(Actor actor, @Nullable AllotmentStatus status) {
        return views.countRequests(visibleTo(actor), status);
    }

    /** Approves a request and gives the tokens; refuses requests of or for the actor, and decided ones. */
    @Transactional
    public AllotmentView approve(Actor actor, AllotmentRequestId id, @Nullable String note) {
        var now = clock.instant();
        var entryId = new LedgerEntryId(ids.next());
        var approved = pending(actor, id).approve(actor.userId(), entryId, note, now);
        decide(approved);
        bookkeeper.post(approved.posting(entryId, now));
        return AllotmentView.of(approved);
    }

    /** Rejects a request; a new request may follow. */
    @Transactional
    public AllotmentView reject(Actor actor, AllotmentRequestId id, @Nullable String note) {
        var rejected = pending(actor, id).reject(actor.userId(), note, clock.instant());
        decide(rejected);
        return AllotmentView.of(rejected);
    }

    private AllotmentRequest pending(Actor actor, AllotmentRequestId id) {
        actor.requireAdmin();
        return requests.find(id)
                .orElseThrow(() -> WalletProblem.ALLOTMENT_NOT_FOUND.because(
                        "No allotment request has the id " + id.value() + "."));
    }

    private void decide(AllotmentRequest decided) {
        if (!requests.decide(decided)) {
            throw WalletProblem.ILLEGAL_TRANSITION.because("Allotment request "
                    + decided.id().value() + " was decided by another administrator at the same time.");
        }
    }

    private static @Nullable UserId visibleTo(Actor actor) {
        return actor.isAdmin() ? null : actor.userId();
    }
}
