// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadActivities;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.Leads;
import dev.ashlar.crm.domain.PhoneNumbers;
import dev.ashlar.identity.Contact;
import dev.ashlar.identity.Contacts;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Leads of applicants: made and converted by events of other contexts, each of which may come twice. */
@ApplicationService
public class ApplicantLeadService {
    private final Leads leads;
    private final LeadActivities activities;
    private final Contacts contacts;
    private final PhoneNumbers numbers;
    private final IdSource ids;

    ApplicantLeadService(
            Leads leads, LeadActivities activities, Contacts contacts, PhoneNumbers numbers, IdSource ids) {
        this.leads = leads;
        this.activities = activities;
        this.contacts = contacts;
        this.numbers = numbers;
        this.ids = ids;
    }

    /** Makes a lead of an applicant, or links the one with the same email address in the source; returns the number of changes. */
    @Transactional
    public int meet(UserId applicant, ApplicationId application, String platform, Instant at) {
        return contacts.contact(applicant)
                .map(contact -> meet(contact, application, platform, at))
                .orElse(0);
    }

    private int meet(Contact contact, ApplicationId application, String platform, Instant at) {
        var name = Spelling.cut(contact.firstName() + " " + contact.lastName(), LeadContact.MAX_NAME);
        var lead = Lead.of(
                new LeadId(ids.next()),
                LeadContact.of(name, contact.email(), contact.phoneNumber(), numbers),
                LeadOrigin.applied(platform, contact.id(), application),
                contact.salesHeadId(),
                at);
        if (leads.insert(lead)) {
            return created(lead, at);
        }
        int linked = leads.link(LeadOrigin.APPLICATIONS, contact.email(), contact.id(), application, at);
        if (linked == 0) { // an edit has given the address to the lead of another applicant
            leads.releaseAddress(contact.email(), contact.id(), at);
        }
        // A merge between the two statements may have archived the lead that was in the way of the new one.
        return linked == 0 && leads.insert(lead) ? created(lead, at) : linked;
    }

    private int created(Lead lead, Instant at) {
        note(ActivityType.CREATED, List.of(lead.id()), at);
        return 1;
    }

    /** Converts the active and lost leads of a person who has enrolled; returns their number. */
    @Transactional
    public int convert(UserId applicant, Instant at) {
        var converted = new ArrayList<>(leads.convertOf(applicant, at));
        // The first statement waits for a merge, but does not see the lead to which that has given the account.
        converted.addAll(leads.convertOf(applicant, at));
        if (!converted.isEmpty()) {
            note(ActivityType.CONVERTED, converted, at);
        }
        return converted.size();
    }

    private void note(ActivityType type, List<LeadId> changed, Instant at) {
        activities.insert(changed.stream()
                .map(lead -> LeadActivity.of(new LeadActivityId(ids.next()), lead, type, null, null, at))
                .toList());
    }
}
