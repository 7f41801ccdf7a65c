// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All leads. Methods with a scope neither find nor change a lead outside it. */
public interface Leads {
    /** Stores a new lead; returns false if a lead with the account or email address exists in the source. */
    boolean insert(Lead lead);

    /** Finds a lead by its key. */
    Optional<Lead> find(LeadScope scope, LeadId id);

    /** Locks a lead until the end of the transaction and returns it. */
    Optional<Lead> lock(LeadScope scope, LeadId id);

    /** Locks two leads in the order of their keys, and returns those that are in the scope in this order: the older one first. */
    List<Lead> lockBoth(LeadScope scope, LeadId one, LeadId other);

    /**
     * Stores a changed lead if it still has the expected version; returns false otherwise. Two leads with one account or email address
     * in a source violate a unique constraint.
     */
    boolean change(LeadScope scope, Lead next, int expectedVersion, Instant at);

    /** Makes leads that were merged into a lead, of all owners, point to the lead that takes it over; returns their number. */
    int repoint(LeadId from, LeadId to, Instant at);

    /**
     * Notes the account and application of a person on the lead of this source and email address that has no account; returns their
     * number, at most 1. The owner stays.
     */
    int link(String source, String email, UserId userId, ApplicationId applicationId, Instant at);

    /** Lets one transaction at a time, until its end, decide on the lead and the address of an applicant. */
    void lockApplicant(UserId userId);

    /**
     * Locks the leads of a source that have this account, or this email address, and are not archived, of all owners: at most two. Returns
     * the older one first.
     */
    List<Lead> lockOfApplicant(String source, UserId userId, String email);

    /** Converts the active and lost leads of a person, of all owners; returns their keys, at most one of each source. */
    List<LeadId> convertOf(UserId userId, Instant at);

    /** Returns the leads of a person, and those that were merged into them. */
    List<PersonalLead> leadsOf(UserId userId);

    /**
     * Returns the leads that have an email address, or were merged with one that has it, unless they have an account other than this
     * person's.
     */
    List<PersonalLead> leadsWith(String email, UserId userId);

    /**
     * Takes an email address of a person from leads of other accounts; returns their number. A lead that would be left without any address
     * gets one that leads nowhere.
     */
    int releaseAddress(String email, UserId userId, Instant at);

    /** Archives leads without name and addresses; returns the number of those that were not erased before. */
    int erase(Collection<LeadId> ids, Instant at);
}
