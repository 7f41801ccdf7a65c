// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadActivities;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadScope;
import dev.ashlar.crm.domain.LeadTags;
import dev.ashlar.crm.domain.Leads;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads as the services of this package find and change them, in their transactions. */
@Component
class LeadKeeper {
    private final Leads leads;
    private final LeadActivities activities;
    private final LeadTags tags;
    private final IdSource ids;
    private final InstantSource clock;

    LeadKeeper(Leads leads, LeadActivities activities, LeadTags tags, IdSource ids, InstantSource clock) {
        this.leads = leads;
        this.activities = activities;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /** Locks a lead in the scope. */
    Lead lock(LeadScope scope, LeadId id) {
        return leads.lock(scope, id).orElseThrow(() -> notFound(id));
    }

    /** Stores a change of a locked lead. */
    void store(LeadScope scope, Lead previous, Lead next) {
        if (!leads.change(scope, next, previous.version(), clock.instant())) {
            throw KernelProblem.BUSY.because(
                    "Lead " + next.id().value() + " changed at the same moment. Read it and try again.");
        }
    }

    /**
     * Merges two locked leads of one person: the older one takes over tags and activities, and what it lacks; the younger one is archived
     * and names it. Returns the older one.
     *
     * @param actor sales person or administrator; null for an event of another context
     */
    Lead merge(@Nullable UserId actor, Lead older, Lead younger) {
        var archived = younger.mergedInto(older);
        var kept = older.absorbing(younger);
        // First the younger one: archived, it leaves its account and email address to the other one.
        store(LeadScope.around(younger), younger, archived);
        store(LeadScope.around(older), older, kept);
        leads.repoint(younger.id(), older.id(), clock.instant());
        tags.copy(younger.id(), older.id());
        note(actor, ActivityType.MERGED, null, List.of(older.id(), younger.id()));
        return kept;
    }

    /** Notes changes of leads by an actor. */
    void note(Actor actor, ActivityType type, @Nullable String note, List<LeadId> changed) {
        note(actor.userId(), type, note, changed);
    }

    private void note(@Nullable UserId actor, ActivityType type, @Nullable String note, List<LeadId> changed) {
        activities.insert(changed.stream()
                .map(lead -> LeadActivity.of(new LeadActivityId(ids.next()), lead, type, note, actor, clock.instant()))
                .toList());
    }

    static DomainException notFound(LeadId id) {
        return CrmProblem.LEAD_NOT_FOUND.because(
                "Lead " + id.value() + " does not exist or belongs to another sales person.");
    }
}
