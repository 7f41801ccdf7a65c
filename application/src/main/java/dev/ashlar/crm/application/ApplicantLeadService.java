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
import dev.ashlar.crm.domain.LeadScope;
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
    private final LeadKeeper keeper;
    private final Contacts contacts;
    private final PhoneNumbers numbers;
    private final IdSource ids;

    ApplicantLeadService(
            Leads leads,
            LeadActivities activities,
            LeadKeeper keeper,
            Contacts contacts,
            PhoneNumbers numbers,
            IdSource ids) {
        this.leads = leads;
        this.activities = activities;
        this.keeper = keeper;
        this.contacts = contacts;
        this.numbers = numbers;
        this.ids = ids;
    }

    /**
     * Makes a lead of an applicant, or links the one with the same email address in the source; returns the number of changes. An address
     * counts once it is verified, because an applicant could otherwise take over the lead of another person.
     */
    @Transactional
    public int meet(UserId applicant, ApplicationId application, String platform, Instant at) {
        leads.lockApplicant(applicant);
        return contacts.contact(applicant)
                .map(contact -> meet(contact, application, platform, at))
                .orElse(0);
    }

    private int meet(Contact contact, ApplicationId application, String platform, Instant at) {
        var id = new LeadId(ids.next());
        var name = Spelling.cut(contact.firstName() + " " + contact.lastName(), LeadContact.MAX_NAME);
        var email = contact.verifiedEmail();
        var lead = Lead.of(
                id,
                LeadContact.of(id, name, email, contact.phoneNumber(), numbers),
                LeadOrigin.applied(platform, contact.id(), application),
                contact.salesHeadId(),
                at);
        if (leads.insert(lead)) {
            return created(lead, at);
        }
        int linked = email == null ? 0 : link(email, contact.id(), application, at);
        // A merge between the statements may have archived the lead that was in the way of the new one.
        return linked == 0 && leads.insert(lead) ? created(lead, at) : linked;
    }

    private int link(String email, UserId applicant, ApplicationId application, Instant at) {
        int linked = leads.link(LeadOrigin.APPLICATIONS, email, applicant, application, at);
        if (linked == 0) { // an edit has given the address to the lead of another applicant
            leads.releaseAddress(email, applicant, at);
        }
        return linked;
    }

    /**
     * Gives the lead of an applicant the address that the applicant has proved to own since; a lead without an account that has this address
     * in the source is merged with it. Returns the number of changes.
     */
    @Transactional
    public int verify(UserId applicant, Instant at) {
        leads.lockApplicant(applicant);
        var contact = contacts.contact(applicant).orElse(null);
        var email = contact == null ? null : contact.verifiedEmail();
        return email == null ? 0 : verify(applicant, email, at);
    }

    private int verify(UserId applicant, String email, Instant at) {
        var found = leads.lockOfApplicant(LeadOrigin.APPLICATIONS, applicant, email);
        var own = found.stream()
                .filter(lead -> applicant.equals(lead.origin().userId()))
                .findFirst()
                .orElse(null);
        if (own == null) {
            return 0;
        }
        if (found.stream().anyMatch(lead -> lead.origin().userId() == null)) {
            keeper.merge(null, found.getFirst(), found.getLast());
            return 1;
        }
        leads.releaseAddress(email, applicant, at);
        var reached = own.withVerified(email);
        return !reached.equals(own) && leads.change(LeadScope.around(own), reached, own.version(), at) ? 1 : 0;
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
