// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.crm.application.LeadActivityService;
import dev.ashlar.crm.application.LeadFilter;
import dev.ashlar.crm.application.LeadProgressService;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.LeadTagService;
import dev.ashlar.crm.application.LeadView;
import dev.ashlar.crm.application.NewLead;
import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads of the sales person, two of which are one person. Added where the sales person has none. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoLeads extends DemoSeed {
    private static final List<NewLead> PEOPLE = List.of(
            new NewLead("Greta Ashworth", "greta.ashworth@example.com", "+49 30 901820", "fair-2026"),
            new NewLead("Tomás Müller", "tomas.mueller@example.com", null, "fair-2026"),
            new NewLead("Ines Carver", "ines.carver@example.com", "+44 20 7946 0018", "webinar"),
            new NewLead("Greta Ashworth", "greta@ashworth.example", "+4930901820", "webinar"));

    private final DemoPeople people;
    private final LeadService leads;
    private final LeadProgressService progress;
    private final LeadActivityService activities;
    private final LeadTagService tags;

    DemoLeads(
            DemoPeople people,
            LeadService leads,
            LeadProgressService progress,
            LeadActivityService activities,
            LeadTagService tags) {
        super("demo leads");
        this.people = people;
        this.leads = leads;
        this.progress = progress;
        this.activities = activities;
        this.tags = tags;
    }

    @Override
    public void run() {
        var sales = people.actor(DemoPerson.SALES);
        if (leads.list(sales, LeadFilter.none(), PageRequest.first()).items().isEmpty()) {
            follow(sales, PEOPLE.stream().map(lead -> leads.create(sales, lead)).toList());
        }
    }

    private void follow(Actor sales, List<LeadView> met) {
        var called = met.get(0).id();
        activities.report(
                sales, called, ActivityType.CALL, "Wants to start in spring; asks for a plan of installments.");
        tags.retag(sales, called, Set.of(tags.create(sales, "installments").id()));
        progress.lose(sales, met.get(1).id(), "Has found a course nearby.");
    }
}
