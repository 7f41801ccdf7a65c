package dev.ashlar.identity.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says when joining. The role is not among it: it is never the client's to set.
 *
 * @param timeZone the person's zone; null for UTC
 * @param locale the person's language tag; null for English
 * @param platform the product the person joined through
 */
public record Registration(
        String email,
        String username,
        String firstName,
        String lastName,
        @Nullable String phoneNumber,
        @Nullable LocalDate birthDate,
        @Nullable String timeZone,
        @Nullable String locale,
        String platform) {
    public Registration {
        email = Input.email(email);
        username = Input.username(username);
        firstName = Input.text("/firstName", firstName, User.MAX_NAME);
        lastName = Input.text("/lastName", lastName, User.MAX_NAME);
        phoneNumber = Input.phoneNumber(phoneNumber);
        timeZone = Input.timeZone(timeZone == null ? "UTC" : timeZone);
        locale = Input.locale(locale == null ? "en" : locale);
    }
}
