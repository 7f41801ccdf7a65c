// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** All tags and their leads. Callers have locked the lead in their scope. */
public interface LeadTags {
    /** Stores a new tag; a taken name violates a unique constraint. */
    void insert(LeadTag tag);

    /** Returns those of the keys that are tags. */
    Set<LeadTagId> existing(Collection<LeadTagId> ids);

    /** Adds tags to a lead; those that it has stay as they are. Returns the number of new ones. */
    int link(LeadId lead, Collection<LeadTagId> tags, UserId actor, Instant at);

    /** Removes all tags of a lead but these; returns the number of removed ones. */
    int unlinkOthers(LeadId lead, Collection<LeadTagId> kept);

    /** Adds the tags of a lead to another one, with their times; returns the number of new ones. */
    int copy(LeadId from, LeadId to);
}
