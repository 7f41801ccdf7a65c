// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.CrmStores;
import dev.ashlar.crm.domain.InMemoryCrm;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Services of crm over stores in memory: a head with one member of the team, another sales person, and an administrator. */
class Agency {
    final InMemoryCrm stores = new InMemoryCrm();
    final KnownContacts contacts = new KnownContacts();
    final Actor admin = actor(Role.ADMIN);
    final Actor head = salesPerson(null);
    final Actor member = salesPerson(head.userId());
    final Actor rival = salesPerson(null);

    private final CrmStores ports = stores.ports();
    private final InMemoryLeadViews views = new InMemoryLeadViews(stores);
    private final IdSource ids = IdSource.timeOrdered();
    private final InstantSource clock = () -> Prospects.NOW;
    private final SalesScopes scopes = new SalesScopes(ports.heads(), contacts);
    final LeadKeeper keeper = new LeadKeeper(ports.leads(), ports.activities(), ports.tags(), ids, clock);

    final LeadService leads = new LeadService(ports.leads(), keeper, views, scopes, Prospects.NUMBERS, ids, clock);
    final LeadProgressService progress = new LeadProgressService(keeper, scopes, clock);
    final LeadMergeService merges = new LeadMergeService(ports.leads(), keeper, views, scopes);
    final LeadActivityService activities =
            new LeadActivityService(ports.activities(), keeper, views, scopes, ids, clock);
    final LeadTagService tags = new LeadTagService(ports.tags(), keeper, views, scopes, ids, clock);
    final SalesTeamService teams = new SalesTeamService(ports.heads(), contacts, clock);
    final ApplicantLeadService applicants =
            new ApplicantLeadService(ports.leads(), ports.activities(), keeper, contacts, Prospects.NUMBERS, ids);

    final ErasedCopies copies = new ErasedCopies();
    final LeadErasureService erasure = new LeadErasureService(ports.leads(), ports.activities(), copies);

    Agency() {
        teams.appoint(admin, head.userId(), "North");
    }

    static Actor actor(Role role) {
        return on(Prospects.PLATFORM, Prospects.user(), role);
    }

    static Actor on(String platform, UserId user, Role role) {
        return new Actor(user, role, platform);
    }

    /** Creates a lead of a sales person, or one without an owner of an administrator. */
    LeadId lead(Actor actor) {
        return leads.create(actor, new NewLead("Ada Lovelace", Prospects.email(), null, Prospects.FAIR))
                .id();
    }

    Lead stored(LeadId id) {
        return ports.leads().find(Prospects.everyones(), id).orElseThrow();
    }

    private Actor salesPerson(@Nullable UserId salesHead) {
        var actor = actor(Role.SALES);
        contacts.salesPerson(actor.userId(), salesHead);
        return actor;
    }
}
