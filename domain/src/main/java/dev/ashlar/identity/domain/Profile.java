// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Public appearance of a user. It has no version: an edit counts on the {@link User}, which is edited in the same transaction.
 *
 * @param timeZone a zone that {@link java.time.ZoneId} knows
 * @param locale a language tag (BCP 47)
 */
public record Profile(
        UserId userId,
        String displayName,
        @Nullable String bio,
        @Nullable String avatarUrl,
        String timeZone,
        String locale,
        Instant createdAt,
        Instant updatedAt) {
    public static final int MAX_DISPLAY_NAME = 2 * Person.MAX_NAME + 1;
    public static final int MAX_BIO = 2000;
    public static final int MAX_AVATAR_URL = 508;
    public static final int MAX_LOCALE = 35;

    /** Returns the profile after an edit. */
    public Profile with(Edit edit, Instant now) {
        return new Profile(
                userId,
                Fields.name("/displayName", edit.displayName().applyTo(displayName), MAX_DISPLAY_NAME),
                Fields.optionalText("/bio", edit.bio().applyTo(bio), MAX_BIO),
                checkedAvatarUrl(edit.avatarUrl().applyTo(avatarUrl)),
                checkedTimeZone(edit.timeZone().applyTo(timeZone)),
                checkedLocale(edit.locale().applyTo(locale)),
                createdAt,
                now);
    }

    /** Returns the profile of an erased account. */
    public Profile erased(Instant now) {
        return new Profile(userId, "Deleted user", null, null, "UTC", "en", createdAt, now);
    }

    /** Returns the part that everybody sees. */
    public PublicProfile shownAs(String username) {
        return new PublicProfile(userId, username, displayName, bio, avatarUrl);
    }

    static String checkedTimeZone(@Nullable String value) {
        return Fields.timeZone("/timeZone", value).getId();
    }

    static String checkedLocale(@Nullable String value) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(Fields.text("/locale", value, MAX_LOCALE))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            throw Fields.invalid("/locale", "must be a language tag such as en or pt-BR");
        }
    }

    private static @Nullable String checkedAvatarUrl(@Nullable String value) {
        if (value == null || !Spelling.isVisible(value)) {
            return null;
        }
        return Fields.httpUrl("/avatarUrl", value, MAX_AVATAR_URL);
    }

    /** Changes that a user makes to the own profile. */
    public record Edit(
            Change<String> displayName,
            Change<String> bio,
            Change<String> avatarUrl,
            Change<String> timeZone,
            Change<String> locale) {}
}
