// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that identify a user: one to log in with, one to be known by. Both are ASCII and compared by {@link Spelling#key}.
 *
 * @param email shown as it was given
 * @param emailVerifiedAt time at which the user proved to own the address; null until then
 * @param pendingEmail address that replaces the present one as soon as the user proves to own it; null if there is none
 */
public record Login(
        String email,
        String username,
        @Nullable Instant emailVerifiedAt,
        @Nullable String pendingEmail) {
    public static final int MAX_EMAIL = Fields.MAX_EMAIL;
    public static final int MIN_USERNAME = 3;
    public static final int MAX_USERNAME = 30;

    private static final Pattern USERNAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{" + (MIN_USERNAME - 1) + "," + (MAX_USERNAME - 1) + "}");

    /** Checks both names. The address is not verified yet. */
    static Login unverified(String email, String username) {
        return new Login(checkedEmail(email), checkedUsername(username), null, null);
    }

    /** Returns the login after an edit. Another address is pending until it is verified. */
    Login with(Edit edit) {
        var newUsername = checkedUsername(edit.username().applyTo(username));
        if (!edit.email().present()) {
            return new Login(email, newUsername, emailVerifiedAt, pendingEmail);
        }
        var newEmail = checkedEmail(edit.email().value());
        return Spelling.key(newEmail).equals(Spelling.key(email))
                ? new Login(newEmail, newUsername, emailVerifiedAt, null)
                : new Login(email, newUsername, emailVerifiedAt, newEmail);
    }

    /** Returns the address that the user has chosen last, verified or not. */
    public String latestEmail() {
        return pendingEmail == null ? email : pendingEmail;
    }

    /** Returns the login once the user has proved to own the pending address or, without one, the present address. */
    Login confirmed(Instant now) {
        if (pendingEmail != null) {
            return new Login(pendingEmail, username, now, null);
        }
        return emailVerifiedAt == null ? new Login(email, username, now, null) : this;
    }

    /** Returns the login once the user has proved to own the present address. A pending one may be a thief's. */
    Login recovered(Instant now) {
        return new Login(email, username, emailVerifiedAt == null ? now : emailVerifiedAt, null);
    }

    /**
     * Returns the names of an erased account. No user can choose them: ids are public, and a user who had taken them before would keep
     * the account from being erased.
     */
    static Login erased(UserId id) {
        var digits = id.value().toString().replace("-", "");
        return new Login(digits + "@deleted", "deleted~" + digits.substring(digits.length() - 20), null, null);
    }

    private static String checkedEmail(@Nullable String value) {
        return Fields.email("/email", value == null ? "" : value);
    }

    private static String checkedUsername(@Nullable String value) {
        return Fields.matching(
                USERNAME,
                "/username",
                value == null ? "" : value,
                "must be " + MIN_USERNAME + " to " + MAX_USERNAME + " letters, digits, '_', '.' or '-'");
    }

    /** Changes that a user makes to the own login. Neither field can be cleared. */
    public record Edit(Change<String> email, Change<String> username) {}
}
