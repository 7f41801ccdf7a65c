// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.LeadActivities;
import dev.ashlar.crm.domain.LeadCopies;
import dev.ashlar.crm.domain.Leads;
import dev.ashlar.crm.domain.PersonalLead;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.annotation.Transactional;

/** Erasure of people from their leads, from the history of these, and from the rows that they were made from. May be repeated. */
@ApplicationService
public class LeadErasureService {
    private final Leads leads;
    private final LeadActivities activities;
    private final LeadCopies copies;

    LeadErasureService(Leads leads, LeadActivities activities, LeadCopies copies) {
        this.leads = leads;
        this.activities = activities;
        this.copies = copies;
    }

    /** Erases the leads of a person, and those that were merged into them; returns their number. */
    @Transactional
    public int erase(UserId person, Instant at) {
        int erased = erase(leads.leadsOf(person), at);
        // A merge for which the first erasure has waited may have given the account to another lead.
        return erased + erase(leads.leadsOf(person), at);
    }

    /**
     * Erases leads without an account by an email address that a person has proved to own; returns their number. Leads of other accounts
     * lose the address. The rows come first: an import that has just read one of them has made its lead before this goes on.
     */
    @Transactional
    public int eraseAddress(UserId person, String email, Instant at) {
        var key = List.of(Spelling.key(email));
        copies.eraseRaw(List.of(), key);
        copies.eraseImported(key, at);
        leads.releaseAddress(email, person, at);
        return erase(leads.leadsWith(email, person), at);
    }

    private int erase(List<PersonalLead> found, Instant at) {
        var emails = found.stream()
                .map(PersonalLead::email)
                .filter(Objects::nonNull)
                .map(Spelling::key)
                .distinct()
                .toList();
        var raw = found.stream()
                .map(PersonalLead::legacyRawId)
                .filter(Objects::nonNull)
                .toList();
        copies.eraseRaw(raw, emails);
        copies.eraseImported(emails, at);
        var ids = found.stream().map(PersonalLead::id).toList();
        int erased = leads.erase(ids, at);
        activities.delete(ids);
        return erased;
    }
}
