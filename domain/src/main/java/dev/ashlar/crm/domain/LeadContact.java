// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Name and addresses of a lead. At least an email address or a phone number is known, unless the lead was erased.
 *
 * @param email as it was given; null if only a phone number is known
 * @param phone phone number in E.164; null if there is none, or the typed one is not valid
 * @param phoneTyped phone number as it was given; null if only an email address is known
 */
public record LeadContact(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String phoneTyped) {
    /** Maximum length of a name. */
    public static final int MAX_NAME = 200;
    /** Maximum length of an email address. */
    public static final int MAX_EMAIL = Fields.MAX_EMAIL;
    /** Maximum length of a phone number as it was given. */
    public static final int MAX_PHONE = 60;

    /** Ending of addresses that lead nowhere: the domain is reserved (RFC 2606). */
    static final String UNKNOWN = "@unknown.invalid";

    /** Checks and creates a contact. */
    public static LeadContact of(
            String name, @Nullable String email, @Nullable String phoneTyped, PhoneNumbers numbers) {
        var address = email == null || email.isBlank() ? null : Fields.email("/email", email);
        var typed = phoneTyped == null || phoneTyped.isBlank() ? null : Fields.name("/phone", phoneTyped, MAX_PHONE);
        Fields.require(address != null || typed != null, "/email", "must not be null without a phone number");
        return new LeadContact(
                Fields.name("/name", name, MAX_NAME), address, typed == null ? null : numbers.e164(typed), typed);
    }

    /** Checks and creates the contact of a lead that may have no address that is known; it has one then that leads nowhere. */
    public static LeadContact of(
            LeadId lead, String name, @Nullable String email, @Nullable String phoneTyped, PhoneNumbers numbers) {
        return of(name, email == null && phoneTyped == null ? lead.value() + UNKNOWN : email, phoneTyped, numbers);
    }

    /** Returns this contact with an email address of the person, if it has none that is known. */
    LeadContact withVerified(String address) {
        return hasEmail() ? this : new LeadContact(name, address, phone, phoneTyped);
    }

    private boolean hasEmail() {
        return email != null && !email.endsWith(UNKNOWN);
    }

    /** Returns this contact with the addresses of another one where this one has none. */
    LeadContact completedBy(LeadContact other) {
        var address = !hasEmail() && other.hasEmail() ? other.email : email;
        return phoneTyped == null
                ? new LeadContact(name, address, other.phone, other.phoneTyped)
                : new LeadContact(name, address, phone, phoneTyped);
    }
}
