// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Person who may become a student.
 *
 * @param version number of changes of any kind
 */
public record Lead(
        LeadId id, LeadContact contact, LeadOrigin origin, LeadStanding standing, Instant createdAt, int version) {
    /** Creates an active lead. */
    public static Lead of(LeadId id, LeadContact contact, LeadOrigin origin, @Nullable UserId owner, Instant at) {
        return new Lead(id, contact, origin, LeadStanding.ownedBy(owner), at, 0);
    }

    public LeadStatus status() {
        return standing.status();
    }

    /** Returns this lead after an edit. */
    public Lead with(LeadEdit edit, PhoneNumbers numbers) {
        requireLive();
        var name = edit.name().applyTo(contact.name());
        if (name == null) {
            throw Fields.invalid("/name", "must not be null");
        }
        var typed = edit.phone().applyTo(contact.phoneTyped());
        return with(LeadContact.of(name, edit.email().applyTo(contact.email()), typed, numbers));
    }

    /** Returns this lead with another sales person in charge. */
    public Lead assigned(UserId owner) {
        requireLive();
        return in(standing.assigned(owner));
    }

    /** Returns this lead as a student. */
    public Lead converted(Instant at) {
        requireNext(LeadStatus.CONVERTED);
        return in(standing.converted(at));
    }

    /** Returns this lead as lost. */
    public Lead lost() {
        requireNext(LeadStatus.LOST);
        return in(standing.in(LeadStatus.LOST));
    }

    /** Returns this lost lead as active again. */
    public Lead reopened() {
        requireNext(LeadStatus.ACTIVE);
        return in(standing.in(LeadStatus.ACTIVE));
    }

    /** Returns this lead as merged into another one. */
    public Lead mergedInto(Lead other) {
        requireNext(LeadStatus.ARCHIVED);
        return in(standing.mergedInto(other.id));
    }

    /** Returns this lead with the addresses of a contact where this one has none. */
    public Lead completedBy(LeadContact other) {
        requireLive();
        return with(contact.completedBy(other));
    }

    /** Returns this lead with the email address that its person has proved to own, if it has none. */
    public Lead withVerified(String email) {
        return with(contact.withVerified(email));
    }

    /** Returns this lead with the owner, account and addresses of another one where this one has none. */
    public Lead absorbing(Lead other) {
        requireLive();
        if (origin.contradicts(other.origin)) {
            throw CrmProblem.LEADS_INCOMPATIBLE.because("Leads " + id.value() + " and " + other.id.value()
                    + " have different accounts. Merge leads of one person only.");
        }
        return new Lead(
                id,
                contact.completedBy(other.contact),
                origin.completedBy(other.origin),
                standing.completedBy(other.standing),
                createdAt,
                version);
    }

    /** Refuses changes of a lead that was merged or erased. */
    public void requireLive() {
        if (status() == LeadStatus.ARCHIVED) {
            var into = standing.mergedIntoId();
            throw CrmProblem.LEAD_ARCHIVED.because(
                    into == null
                            ? "Lead " + id.value() + " was erased. Create a new one."
                            : "Lead " + id.value() + " was merged into lead " + into.value() + ". Use that one.");
        }
    }

    private void requireNext(LeadStatus next) {
        requireLive();
        LeadStatus.LIFECYCLE.require(status(), next, CrmProblem.ILLEGAL_TRANSITION, "Lead " + id.value());
    }

    private Lead with(LeadContact next) {
        return new Lead(id, next, origin, standing, createdAt, version);
    }

    private Lead in(LeadStanding next) {
        return new Lead(id, contact, origin, next, createdAt, version);
    }
}
