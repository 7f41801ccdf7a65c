// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads, tags and scopes for tests. */
public final class Prospects {
    /** Time of the tests, with all the digits that PostgreSQL stores. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");
    /** Platform of the leads. */
    public static final String PLATFORM = "lms";
    /** Source of leads that sales people have met. */
    public static final String FAIR = "fair-2026";
    /** Numbering plan that knows numbers in E.164 only. */
    public static final PhoneNumbers NUMBERS = typed -> typed.matches("\\+[1-9][0-9]{5,14}") ? typed : null;

    private static final IdSource IDS = IdSource.timeOrdered();

    private Prospects() {}

    /** Returns an unused key. */
    public static UUID id() {
        return IDS.next();
    }

    /** Returns a new user. */
    public static UserId user() {
        return new UserId(id());
    }

    /** Returns an unused email address. */
    public static String email() {
        return "lead-" + id() + "@example.com";
    }

    /** Returns a contact with an unused email address and no phone number. */
    public static LeadContact contact() {
        return LeadContact.of("Ada Lovelace", email(), null, NUMBERS);
    }

    /** Returns an active lead from a fair. */
    public static Lead lead(@Nullable UserId owner) {
        return lead(owner, contact());
    }

    /** Returns an active lead from a fair. */
    public static Lead lead(@Nullable UserId owner, LeadContact contact) {
        return Lead.of(new LeadId(id()), contact, LeadOrigin.met(FAIR, PLATFORM), owner, NOW);
    }

    /** Returns an active lead that an application has made. */
    public static Lead applied(@Nullable UserId owner, UserId applicant, String email) {
        var origin = LeadOrigin.applied(PLATFORM, applicant, new ApplicationId(id()));
        return Lead.of(new LeadId(id()), LeadContact.of("Grace Hopper", email, null, NUMBERS), origin, owner, NOW);
    }

    /** Returns a tag with an unused name. */
    public static LeadTag tag() {
        return LeadTag.of(new LeadTagId(id()), id().toString(), NOW);
    }

    /** Returns the scope of sales people. */
    public static LeadScope scopeOf(UserId... owners) {
        return new LeadScope(PLATFORM, List.of(owners));
    }

    /** Returns the scope of an administrator. */
    public static LeadScope everyones() {
        return new LeadScope(PLATFORM, null);
    }

    /** Returns an edit of the name. */
    public static LeadEdit named(@Nullable String name) {
        return new LeadEdit(Change.to(name), Change.keep(), Change.keep());
    }
}
