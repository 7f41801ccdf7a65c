// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadScope;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Changes of owner and status of leads. */
@ApplicationService
public class LeadProgressService {
    private final LeadKeeper keeper;
    private final SalesScopes scopes;
    private final InstantSource clock;

    LeadProgressService(LeadKeeper keeper, SalesScopes scopes, InstantSource clock) {
        this.keeper = keeper;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** Puts another sales person in charge of a lead: one of the team, or any for administrators. The actor may lose sight of it. */
    @Transactional
    public LeadView assign(Actor actor, LeadId id, UserId owner) {
        var scope = scopes.of(actor);
        var lead = keeper.lock(scope, id);
        lead.requireLive();
        if (owner.equals(lead.standing().ownerId())) {
            return LeadView.of(lead, lead.version());
        }
        scopes.requireOwner(scope, owner);
        return store(actor, scope, lead, lead.assigned(owner), ActivityType.ASSIGNED, null);
    }

    /** Notes that a lead has become a student. */
    @Transactional
    public LeadView convert(Actor actor, LeadId id, @Nullable String note) {
        return move(actor, id, lead -> lead.converted(clock.instant()), ActivityType.CONVERTED, note);
    }

    /** Notes that a lead has no interest, with the reason. */
    @Transactional
    public LeadView lose(Actor actor, LeadId id, @Nullable String note) {
        return move(actor, id, Lead::lost, ActivityType.LOST, note);
    }

    /** Makes a lost lead active again. */
    @Transactional
    public LeadView reopen(Actor actor, LeadId id, @Nullable String note) {
        return move(actor, id, Lead::reopened, ActivityType.REOPENED, note);
    }

    private LeadView move(
            Actor actor, LeadId id, UnaryOperator<Lead> change, ActivityType type, @Nullable String note) {
        var scope = scopes.of(actor);
        var lead = keeper.lock(scope, id);
        return store(actor, scope, lead, change.apply(lead), type, note);
    }

    private LeadView store(
            Actor actor, LeadScope scope, Lead lead, Lead next, ActivityType type, @Nullable String note) {
        keeper.store(scope, lead, next);
        keeper.note(actor, type, note, List.of(lead.id()));
        return LeadView.of(next, lead.version() + 1);
    }
}
