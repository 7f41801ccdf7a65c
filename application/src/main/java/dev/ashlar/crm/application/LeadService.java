// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadEdit;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.Leads;
import dev.ashlar.crm.domain.PhoneNumbers;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of leads: create, edit, list, count. */
@ApplicationService
public class LeadService {
    private static final String LIST = "crm.leads";

    private final Leads leads;
    private final LeadKeeper keeper;
    private final LeadViews views;
    private final SalesScopes scopes;
    private final PhoneNumbers numbers;
    private final IdSource ids;
    private final InstantSource clock;

    LeadService(
            Leads leads,
            LeadKeeper keeper,
            LeadViews views,
            SalesScopes scopes,
            PhoneNumbers numbers,
            IdSource ids,
            InstantSource clock) {
        this.leads = leads;
        this.keeper = keeper;
        this.views = views;
        this.scopes = scopes;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists the leads that the actor may see, newest first. */
    public Page<LeadView> list(Actor actor, LeadFilter filter, PageRequest page) {
        var rows = views.leads(scopes.of(actor), filter, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, lead -> Cursor.of(LIST, lead.id()));
    }

    /** Counts the leads that the list returns. */
    public long count(Actor actor, LeadFilter filter) {
        return views.countLeads(scopes.of(actor), filter);
    }

    /** Counts the leads that the actor may see by status, owner and source. */
    public Pipeline pipeline(Actor actor) {
        return Pipeline.of(views.pipeline(scopes.of(actor)));
    }

    /** Returns a lead with its tags. */
    public LeadDetails get(Actor actor, LeadId id) {
        var scope = scopes.of(actor);
        var lead = views.lead(scope, id).orElseThrow(() -> LeadKeeper.notFound(id));
        return new LeadDetails(lead, views.tagsOf(scope, id));
    }

    /** Creates a lead on the platform of the request. A sales person owns it; that of an administrator waits for an owner. */
    @Transactional
    public LeadView create(Actor actor, NewLead wanted) {
        SalesScopes.requireStaff(actor);
        var contact = LeadContact.of(wanted.name(), wanted.email(), wanted.phone(), numbers);
        var origin = LeadOrigin.met(wanted.source(), actor.platform());
        var owner = actor.isAdmin() ? null : actor.userId();
        var lead = Lead.of(new LeadId(ids.next()), contact, origin, owner, clock.instant());
        if (!leads.insert(lead)) {
            throw CrmProblem.LEAD_EXISTS.because("A lead with this email address exists in source " + origin.source()
                    + ". Ask the head of your team for it.");
        }
        keeper.note(actor, ActivityType.CREATED, null, List.of(lead.id()));
        return LeadView.of(lead, lead.version());
    }

    /** Edits the contact of a lead; refused if it changed since it was read. */
    @Transactional
    public LeadView edit(Actor actor, LeadId id, int version, LeadEdit edit) {
        var scope = scopes.of(actor);
        var lead = keeper.lock(scope, id);
        if (lead.version() != version) {
            throw KernelProblem.stale("Lead " + id.value(), version);
        }
        var edited = lead.with(edit, numbers);
        if (edited.equals(lead)) {
            return LeadView.of(lead, version);
        }
        keeper.store(scope, lead, edited);
        return LeadView.of(edited, version + 1);
    }
}
