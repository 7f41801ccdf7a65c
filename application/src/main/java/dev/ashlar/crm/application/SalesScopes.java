// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadScope;
import dev.ashlar.crm.domain.SalesHeads;
import dev.ashlar.identity.Contacts;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Scopes of sales people: own leads, those of the team for a head, those of all for administrators. */
@Component
class SalesScopes {
    private final SalesHeads heads;
    private final Contacts contacts;

    SalesScopes(SalesHeads heads, Contacts contacts) {
        this.heads = heads;
        this.contacts = contacts;
    }

    /** Returns the scope of the actor on the platform of the request; refuses everyone but sales and administrators. */
    LeadScope of(Actor actor) {
        requireStaff(actor);
        return new LeadScope(actor.platform(), actor.isAdmin() ? null : ownersFor(actor.userId()));
    }

    /** Refuses everyone but sales and administrators. */
    static void requireStaff(Actor actor) {
        if (actor.role() != Role.SALES && !actor.isAdmin()) {
            throw KernelProblem.FORBIDDEN.because("Only sales and administrators may do this.");
        }
    }

    /** Refuses a new owner who is no active sales person, or outside the scope. */
    void requireOwner(LeadScope scope, UserId owner) {
        var owners = scope.owners();
        boolean isReachable = owners == null || owners.contains(owner);
        if (!isReachable || contacts.salesPeople(List.of(owner)).isEmpty()) {
            throw CrmProblem.OWNER_NOT_FOUND
                    .because("User " + owner.value() + " is no active sales person of your team. Choose another owner.")
                    .at("/ownerId", "must be an active sales person of your team");
        }
    }

    private List<UserId> ownersFor(UserId person) {
        var team = heads.headsBeside(person);
        if (team.isEmpty()) {
            return List.of(person);
        }
        var owners = new LinkedHashSet<>(List.of(person));
        owners.addAll(team);
        owners.addAll(contacts.membersOf(team, LeadScope.MAX_OWNERS - SalesHeads.MAX_PER_TEAM));
        return List.copyOf(owners);
    }
}
