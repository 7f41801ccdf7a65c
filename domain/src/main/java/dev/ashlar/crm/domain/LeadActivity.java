// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Contact with a lead, or change of it.
 *
 * @param note report or reason; null without one
 * @param actorId sales person or administrator; null for an event of another context
 */
public record LeadActivity(
        LeadActivityId id,
        LeadId leadId,
        ActivityType type,
        @Nullable String note,
        @Nullable UserId actorId,
        Instant createdAt) {
    /** Maximum length of a note. */
    public static final int MAX_NOTE = 2000;

    /** Describes a change of a lead. */
    public static LeadActivity of(
            LeadActivityId id,
            LeadId lead,
            ActivityType type,
            @Nullable String note,
            @Nullable UserId actor,
            Instant at) {
        return new LeadActivity(id, lead, type, Fields.optionalText("/note", note, MAX_NOTE), actor, at);
    }

    /** Describes a contact that a sales person reports. */
    public static LeadActivity reported(
            LeadActivityId id, LeadId lead, ActivityType type, String note, UserId actor, Instant at) {
        Fields.require(type.isReported(), "/type", "must be one of note, call, email, meeting");
        return new LeadActivity(id, lead, type, Fields.text("/note", note, MAX_NOTE), actor, at);
    }
}
