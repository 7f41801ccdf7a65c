// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Spelling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Personal data of a user.
 *
 * @param phoneNumber as the user wrote it
 */
public record Person(
        String firstName,
        String lastName,
        @Nullable String phoneNumber,
        @Nullable LocalDate birthDate) {
    public static final int MAX_NAME = 100;
    public static final int MAX_PHONE_NUMBER = 31;

    private static final Pattern PHONE_NUMBER =
            Pattern.compile("\\+?[0-9][0-9 ()/-]{4," + (MAX_PHONE_NUMBER - 2) + "}");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    /** Checks all fields but the birth date, which depends on the day. */
    public static Person of(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phoneNumber,
            @Nullable LocalDate birthDate) {
        return new Person(
                Fields.name("/firstName", firstName, MAX_NAME),
                Fields.name("/lastName", lastName, MAX_NAME),
                checkedPhoneNumber(phoneNumber),
                birthDate);
    }

    /** Returns the data after an edit. */
    Person with(Edit edit, Instant now) {
        return of(
                        edit.firstName().applyTo(firstName),
                        edit.lastName().applyTo(lastName),
                        edit.phoneNumber().applyTo(phoneNumber),
                        edit.birthDate().applyTo(birthDate))
                .bornBefore(now);
    }

    /** Refuses a birth date that is not in the past. */
    Person bornBefore(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Fields.require(
                birthDate == null || (!birthDate.isBefore(EARLIEST_BIRTH) && birthDate.isBefore(today)),
                "/birthDate",
                "must be a day in the past, since " + EARLIEST_BIRTH);
        return this;
    }

    private static @Nullable String checkedPhoneNumber(@Nullable String value) {
        return value == null || !Spelling.isVisible(value)
                ? null
                : Fields.matching(PHONE_NUMBER, "/phoneNumber", value, "must be a phone number such as +49 30 901820");
    }

    /** Changes of personal data, made by the user or by an administrator. */
    public record Edit(
            Change<String> firstName,
            Change<String> lastName,
            Change<String> phoneNumber,
            Change<LocalDate> birthDate) {}
}
