// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Activity as it is read.
 *
 * @param leadId lead at the time of the activity; another one than the lead that is read if the two were merged
 * @param note report or reason; null without one
 * @param actorId sales person or administrator; null for an event of another context
 */
public record LeadActivityView(
        LeadActivityId id,
        LeadId leadId,
        ActivityType type,
        @Nullable String note,
        @Nullable UserId actorId,
        Instant createdAt) {
    static LeadActivityView of(LeadActivity activity) {
        return new LeadActivityView(
                activity.id(),
                activity.leadId(),
                activity.type(),
                activity.note(),
                activity.actorId(),
                activity.createdAt());
    }
}
