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

/** Asking for free tokens, and deciding. */
@ApplicationService
public class AllotmentService {
    private static final String REQUESTS = "wallet.allotment-requests";

    private final AllotmentRequests requests;
    private final AllotmentViews views;
    private final Bookkeeper bookkeeper;
    private final IdSource ids;
    private final InstantSource clock;

    AllotmentService(
            AllotmentRequests requests,
            AllotmentViews views,
            Bookkeeper bookkeeper,
            IdSource ids,
            InstantSource clock) {
        this.requests = requests;
        this.views = views;
        this.bookkeeper = bookkeeper;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for tokens.
     *
     * @param owner who is to get them; other people only if the actor is in sales or an administrator
     */
    @Transactional
    public AllotmentView request(Actor actor, UserId owner, long tokens, String reason) {
        if (!owner.equals(actor.userId()) && actor.role() != Role.SALES && actor.role() != Role.ADMIN) {
            throw KernelProblem.FORBIDDEN.because("Ask for yourself, or let sales ask for somebody else.");
        }
        bookkeeper.wallet(owner);
        var request = AllotmentRequest.of(
                new AllotmentRequestId(ids.next()), owner, actor.userId(), tokens, reason, clock.instant());
        if (!requests.add(request)) {
            throw WalletProblem.ALLOTMENT_PENDING.because("Wait until it is decided.");
        }
        return AllotmentView.of(request);
    }

    /** Requests, newest first: the actor's own, or everybody's for an administrator. */
    public Page<AllotmentView> requests(Actor actor, @Nullable AllotmentStatus status, PageRequest page) {
        var rows = views.requests(visibleTo(actor, status), page.afterUuid(REQUESTS), page.rowsToRead());
        return Page.of(rows, page, request -> Cursor.of(REQUESTS, request.id()));
    }

    public long countRequests(Actor actor, @Nullable AllotmentStatus status) {
        return views.countRequests(visibleTo(actor, status));
    }

    /** Gives the tokens; refused if it concerns the actor, or somebody decided before. */
    @Transactional
    public AllotmentView approve(Actor actor, AllotmentRequestId id, @Nullable String note) {
        var now = clock.instant();
        var entryId = new LedgerEntryId(ids.next());
        var approved = pending(actor, id).approve(actor.userId(), entryId, note, now);
        decide(approved);
        bookkeeper.post(approved.posting(entryId, now));
        return AllotmentView.of(approved);
    }

    /** Gives nothing; a new request may follow. */
    @Transactional
    public AllotmentView reject(Actor actor, AllotmentRequestId id, @Nullable String note) {
        var rejected = pending(actor, id).reject(actor.userId(), note, clock.instant());
        decide(rejected);
        return AllotmentView.of(rejected);
    }

    private AllotmentRequest pending(Actor actor, AllotmentRequestId id) {
        actor.requireAdmin();
        return requests.find(id)
                .orElseThrow(
                        () -> WalletProblem.ALLOTMENT_NOT_FOUND.because("No request has the id " + id.value() + "."));
    }

    private void decide(AllotmentRequest decided) {
        if (!requests.decide(decided)) {
            throw WalletProblem.ALLOTMENT_DECIDED.because("Somebody else decided at the same moment.");
        }
    }

    private static AllotmentFilter visibleTo(Actor actor, @Nullable AllotmentStatus status) {
        return new AllotmentFilter(actor.isAdmin() ? null : actor.userId(), status);
    }
}
