// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static java.util.Objects.requireNonNullElse;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Data that a new user gives. The role is not part of it: no client sets it.
 *
 * @param timeZone IANA name; null for UTC
 * @param locale language tag; null for English
 * @param platform code of the product that the user registers through
 */
public record Registration(
        String email,
        String username,
        Person person,
        @Nullable String timeZone,
        @Nullable String locale,
        String platform) {
    public Registration {
        var login = Login.unverified(email, username);
        email = login.email();
        username = login.username();
        person = Person.of(person.firstName(), person.lastName(), person.phoneNumber(), person.birthDate());
        timeZone = Profile.checkedTimeZone(requireNonNullElse(timeZone, "UTC"));
        locale = Profile.checkedLocale(requireNonNullElse(locale, "en"));
    }

    /** Creates a registration with the required data only. */
    public static Registration of(String email, String username, String firstName, String lastName, String platform) {
        return new Registration(email, username, Person.of(firstName, lastName, null, null), null, null, platform);
    }

    /** Creates the profile of the new user, with the full name as display name. */
    public Profile profile(UserId userId, Instant now) {
        return new Profile(
                userId,
                person.firstName() + " " + person.lastName(),
                null,
                null,
                Profile.checkedTimeZone(timeZone),
                Profile.checkedLocale(locale),
                now,
                now);
    }
}
