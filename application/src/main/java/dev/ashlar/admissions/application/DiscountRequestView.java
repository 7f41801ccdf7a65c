// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.DiscountRequest;
import dev.ashlar.admissions.domain.DiscountRequest.Subject;
import dev.ashlar.admissions.domain.DiscountRequestId;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Discount request with its decision. */
public record DiscountRequestView(
        DiscountRequestId id,
        @Flat Subject subject,
        Money requestedPrice,
        UserId requestedBy,
        DiscountStatus status,
        @Flat DiscountDecision decision,
        Instant createdAt) {
    /**
     * Fields of a decision, all null while the request is pending.
     *
     * @param decidedBy null if the request ended with a change of the application
     */
    public record DiscountDecision(
            @Nullable Money approvedPrice,
            @Nullable UserId decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {
        static DiscountDecision of(DiscountRequest.@Nullable Decision made) {
            return made == null
                    ? new DiscountDecision(null, null, null, null)
                    : new DiscountDecision(made.approvedPrice(), made.decidedBy(), made.decidedAt(), made.note());
        }
    }

    /** Creates the view of a request that was just stored; saves reading it back. */
    static DiscountRequestView of(DiscountRequest request) {
        return new DiscountRequestView(
                request.id(),
                request.subject(),
                request.requestedPrice(),
                request.requestedBy(),
                request.status(),
                DiscountDecision.of(request.decision()),
                request.createdAt());
    }
}
