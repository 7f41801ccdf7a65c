// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.Leads;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Duplicates of leads, and their merges. */
@ApplicationService
public class LeadMergeService {
    /** Number of leads that one page compares, so that it takes as long for few duplicates as for many. */
    static final int COMPARED = 200;

    private static final String LIST = "crm.duplicates";

    private final Leads leads;
    private final LeadKeeper keeper;
    private final LeadViews views;
    private final SalesScopes scopes;

    LeadMergeService(Leads leads, LeadKeeper keeper, LeadViews views, SalesScopes scopes) {
        this.leads = leads;
        this.keeper = keeper;
        this.views = views;
        this.scopes = scopes;
    }

    /**
     * Lists leads that are probably the person of an older one, newest first. Both are leads that the actor may see. Pages before the
     * last one may have fewer items than asked for, or none, because each compares at most {@value #COMPARED} leads.
     */
    public Page<DuplicateView> duplicates(Actor actor, PageRequest page) {
        var compared = views.comparisons(scopes.of(actor), page.afterUuid(LIST), COMPARED);
        var found = compared.stream().flatMap(LeadComparison::duplicate).toList();
        return found.size() > page.limit() || compared.size() < COMPARED
                ? Page.of(found, page, duplicate -> after(duplicate.lead()))
                : new Page<>(found, after(compared.getLast().lead()));
    }

    private static Cursor after(LeadView lead) {
        return Cursor.of(LIST, lead.id());
    }

    /**
     * Merges two leads, in whichever order they are named. The older one stays, takes over tags and activities, and what it lacks. The
     * younger one is archived and names it.
     */
    @Transactional
    public LeadView merge(Actor actor, LeadId one, LeadId other) {
        Fields.require(!one.equals(other), "/leadId", "must be another lead");
        var both = leads.lockBoth(scopes.of(actor), one, other);
        var older = found(both, one, other, 0);
        var younger = found(both, one, other, 1);
        return LeadView.of(keeper.merge(actor.userId(), older, younger), older.version() + 1);
    }

    private static Lead found(List<Lead> both, LeadId one, LeadId other, int index) {
        if (both.size() < 2) {
            boolean isOneFound = both.stream().anyMatch(lead -> lead.id().equals(one));
            throw LeadKeeper.notFound(isOneFound ? other : one);
        }
        return both.get(index);
    }
}
