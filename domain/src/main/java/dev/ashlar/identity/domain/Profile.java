package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person appears to others. It has no version of its own: an edit counts on the {@link User}, which is edited with
 * it in one transaction.
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
    private static final int MAX_BIO = 2000;
    private static final int MAX_DISPLAY_NAME = 2 * User.MAX_NAME + 1;

    /** A newcomer's profile: the name as given, nothing else yet. */
    public static Profile of(UserId userId, Registration registration, Instant now) {
        return new Profile(
                userId,
                registration.firstName() + " " + registration.lastName(),
                null,
                null,
                Input.timeZone(registration.timeZone()),
                Input.locale(registration.locale()),
                now,
                now);
    }

    public Profile with(ProfileEdit edit, Instant now) {
        return new Profile(
                userId,
                Input.text("/displayName", edit.displayName().applyTo(displayName), MAX_DISPLAY_NAME),
                Input.optionalText("/bio", edit.bio().applyTo(bio), MAX_BIO),
                Input.avatarUrl(edit.avatarUrl().applyTo(avatarUrl)),
                Input.timeZone(edit.timeZone().applyTo(timeZone)),
                Input.locale(edit.locale().applyTo(locale)),
                createdAt,
                now);
    }
}
