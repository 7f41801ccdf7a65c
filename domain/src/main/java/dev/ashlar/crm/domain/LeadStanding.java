// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Status of a lead with the sales person in charge.
 *
 * @param ownerId sales person in charge; null means that only administrators see the lead
 * @param convertedAt time of the conversion; null before
 * @param mergedIntoId lead that this one was merged into; null for the others
 */
public record LeadStanding(
        LeadStatus status,
        @Nullable UserId ownerId,
        @Nullable Instant convertedAt,
        @Nullable LeadId mergedIntoId) {
    /** Returns the standing of a new lead. */
    static LeadStanding ownedBy(@Nullable UserId owner) {
        return new LeadStanding(LeadStatus.LIFECYCLE.start(), owner, null, null);
    }

    LeadStanding assigned(@Nullable UserId owner) {
        return new LeadStanding(status, owner, convertedAt, mergedIntoId);
    }

    LeadStanding in(LeadStatus next) {
        return new LeadStanding(next, ownerId, convertedAt, mergedIntoId);
    }

    LeadStanding converted(Instant at) {
        return new LeadStanding(LeadStatus.CONVERTED, ownerId, at, null);
    }

    LeadStanding mergedInto(LeadId other) {
        return new LeadStanding(LeadStatus.ARCHIVED, ownerId, convertedAt, other);
    }

    /** Returns the standing of a lead that takes over another one: converted if one of them is, active if one of them is. */
    LeadStanding completedBy(LeadStanding other) {
        var owner = ownerId == null ? other.ownerId : ownerId;
        if (status == LeadStatus.CONVERTED || other.status == LeadStatus.CONVERTED) {
            var at = convertedAt == null ? other.convertedAt : convertedAt;
            return new LeadStanding(LeadStatus.CONVERTED, owner, at, null);
        }
        return new LeadStanding(other.status == LeadStatus.ACTIVE ? other.status : status, owner, convertedAt, null);
    }
}
