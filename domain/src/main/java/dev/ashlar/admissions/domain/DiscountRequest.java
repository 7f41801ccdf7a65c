// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Request for a lower price. The decider is neither the requester nor the applicant.
 *
 * @param requestedPrice price that the requester asks for, below the list price
 * @param decision null while the request is pending
 */
public record DiscountRequest(
        DiscountRequestId id,
        Subject subject,
        Money requestedPrice,
        UserId requestedBy,
        DiscountStatus status,
        @Nullable Decision decision,
        Instant createdAt) {
    /** Maximum length of a note. */
    public static final int MAX_NOTE = 500;
    /** Maximum number of requests of one application. */
    public static final int MAX_PER_APPLICATION = 10;

    /**
     * Application as it was when the discount was requested.
     *
     * @param batchId batch at that time
     * @param userId applicant
     */
    public record Subject(ApplicationId applicationId, BatchId batchId, UserId userId) {}

    /**
     * Decision about a request.
     *
     * @param approvedPrice null for a rejection
     * @param decidedBy null if the request ended with a change of the application
     * @param note required for a rejection
     */
    public record Decision(
            @Nullable Money approvedPrice,
            @Nullable UserId decidedBy,
            Instant decidedAt,
            @Nullable String note) {}

    /** Creates a pending request of a discount of this application. */
    public static DiscountRequest of(
            DiscountRequestId id, Application application, Money price, UserId requester, Instant at) {
        application.requireDiscountable();
        application.tuition().requireDiscountTo("/requestedPrice", price);
        var subject = new Subject(application.id(), application.batchId(), application.userId());
        return new DiscountRequest(id, subject, price, requester, DiscountStatus.LIFECYCLE.start(), null, at);
    }

    /**
     * Returns this request as approved.
     *
     * @param price price that is approved, which may differ from the requested one
     */
    public DiscountRequest approved(UserId decider, Money price, @Nullable String note, Instant at) {
        var text = Fields.optionalText("/note", note, MAX_NOTE);
        return decided(DiscountStatus.APPROVED, decider, new Decision(price, decider, at, text));
    }

    /** Returns this request as rejected. */
    public DiscountRequest rejected(UserId decider, String note, Instant at) {
        var text = Fields.text("/note", note, MAX_NOTE);
        return decided(DiscountStatus.REJECTED, decider, new Decision(null, decider, at, text));
    }

    private DiscountRequest decided(DiscountStatus next, UserId decider, Decision made) {
        if (decider.equals(requestedBy) || decider.equals(subject.userId())) {
            throw AdmissionsProblem.OWN_DISCOUNT.because("Discount request " + id.value()
                    + " is yours or lowers your price. Ask another administrator to decide.");
        }
        DiscountStatus.LIFECYCLE.require(
                status, next, AdmissionsProblem.ILLEGAL_TRANSITION, "Discount request " + id.value());
        return new DiscountRequest(id, subject, requestedPrice, requestedBy, next, made, createdAt);
    }
}
