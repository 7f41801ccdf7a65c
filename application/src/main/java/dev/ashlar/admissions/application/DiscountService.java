// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.DiscountApproved;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.DiscountRequest;
import dev.ashlar.admissions.domain.DiscountRequestId;
import dev.ashlar.admissions.domain.DiscountRequests;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Requests for lower prices and their decisions. */
@ApplicationService
public class DiscountService {
    private static final String LIST = "admissions.discount-requests";

    private final DiscountRequests discounts;
    private final ApplicationKeeper keeper;
    private final ApplicationViews views;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    DiscountService(
            DiscountRequests discounts,
            ApplicationKeeper keeper,
            ApplicationViews views,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.discounts = discounts;
        this.keeper = keeper;
        this.views = views;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists discount requests, newest first: those of the actor's applications, or all for sales and administrators. */
    public Page<DiscountRequestView> list(Actor actor, @Nullable DiscountStatus status, PageRequest page) {
        var rows = views.discounts(visibleTo(actor), status, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, request -> Cursor.of(LIST, request.id()));
    }

    /** Counts the discount requests that the list returns. */
    public long count(Actor actor, @Nullable DiscountStatus status) {
        return views.countDiscounts(visibleTo(actor), status);
    }

    /** Requests a lower price for an application that the actor may see. */
    @Transactional
    public DiscountRequestView request(Actor actor, ApplicationId id, Money price) {
        var application = keeper.lockVisible(actor, id);
        var request = DiscountRequest.of(
                new DiscountRequestId(ids.next()), application, price, actor.userId(), clock.instant());
        requireFree(application, discounts.ofApplication(id));
        discounts.insert(request);
        return DiscountRequestView.of(request);
    }

    /**
     * Approves a request and sets the application's final amount; refuses requests of or for the actor, and decided ones.
     *
     * @param price approved price; null for the requested one
     */
    @Transactional
    public DiscountRequestView approve(
            Actor actor, DiscountRequestId id, @Nullable Money price, @Nullable String note) {
        var application = keeper.lockVisible(actor, find(actor, id).subject().applicationId());
        // Read under the lock: a request that has ended with the enrollment is refused as such.
        var request = find(actor, id);
        var now = clock.instant();
        var granted = price == null ? request.requestedPrice() : price;
        var approved = request.approved(actor.userId(), granted, note, now);
        var discounted = application.discountedTo(granted);
        decide(approved);
        keeper.store(application, discounted);
        events.publishEvent(new DiscountApproved(application.id(), application.userId(), granted, now));
        return DiscountRequestView.of(approved);
    }

    /** Rejects a request, with the reason that the requester reads; a new request may follow. */
    @Transactional
    public DiscountRequestView reject(Actor actor, DiscountRequestId id, String note) {
        var request = find(actor, id);
        var rejected = request.rejected(actor.userId(), note, clock.instant());
        keeper.lockVisible(actor, request.subject().applicationId());
        decide(rejected);
        return DiscountRequestView.of(rejected);
    }

    private DiscountRequest find(Actor admin, DiscountRequestId id) {
        admin.requireAdmin();
        return discounts
                .find(id)
                .orElseThrow(() -> AdmissionsProblem.DISCOUNT_NOT_FOUND.because(
                        "Discount request " + id.value() + " does not exist."));
    }

    private void decide(DiscountRequest decided) {
        if (!discounts.decide(decided)) {
            throw AdmissionsProblem.ILLEGAL_TRANSITION.because("Discount request "
                    + decided.id().value() + " was decided or ended at the same moment. Read it again.");
        }
    }

    private static void requireFree(Application application, List<DiscountRequest> earlier) {
        var subject = "Application " + application.applicationNo();
        if (earlier.stream().anyMatch(request -> request.status() == DiscountStatus.APPROVED)) {
            throw AdmissionsProblem.DISCOUNT_APPROVED.because(subject + " already costs less. There is one discount.");
        }
        if (earlier.stream().anyMatch(request -> request.status() == DiscountStatus.PENDING)) {
            throw AdmissionsProblem.DISCOUNT_PENDING.because(
                    subject + " has a pending request. Wait until it is decided.");
        }
        if (earlier.size() >= DiscountRequest.MAX_PER_APPLICATION) {
            throw AdmissionsProblem.DISCOUNTS_EXCEEDED.because(
                    subject + " had " + earlier.size() + " requests. There can be no more.");
        }
    }

    private static @Nullable UserId visibleTo(Actor actor) {
        return Staff.includes(actor) ? null : actor.userId();
    }
}
