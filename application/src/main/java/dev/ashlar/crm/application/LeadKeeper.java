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
import dev.ashlar.crm.domain.Leads;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads as the services of this package find and change them, in their transactions. */
@Component
class LeadKeeper {
    private final Leads leads;
    private final LeadActivities activities;
    private final IdSource ids;
    private final InstantSource clock;

    LeadKeeper(Leads leads, LeadActivities activities, IdSource ids, InstantSource clock) {
        this.leads = leads;
        this.activities = activities;
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

    /** Notes changes of leads. */
    void note(Actor actor, ActivityType type, @Nullable String note, List<LeadId> changed) {
        activities.insert(changed.stream()
                .map(lead -> LeadActivity.of(
                        new LeadActivityId(ids.next()), lead, type, note, actor.userId(), clock.instant()))
                .toList());
    }

    static DomainException notFound(LeadId id) {
        return CrmProblem.LEAD_NOT_FOUND.because(
                "Lead " + id.value() + " does not exist or belongs to another sales person.");
    }
}
