package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that identify a user: one to log in with, one to be known by.
 *
 * @param email unique whatever its case; shown as it was given
 * @param username unique whatever its case
 * @param emailVerifiedAt time at which the user proved to own the address; null until then
 */
public record Login(String email, String username, @Nullable Instant emailVerifiedAt) {
    public static final int MAX_EMAIL = 254;
    public static final int MIN_USERNAME = 3;
    public static final int MAX_USERNAME = 30;

    private static final Pattern EMAIL = Pattern.compile("[!-~&&[^@<>\",;:]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    /** Checks both names. The address is not verified yet. */
    static Login unverified(String email, String username) {
        return new Login(checkedEmail(email), checkedUsername(username), null);
    }

    /** Returns the login after an edit. A new address is to be verified again. */
    Login with(Edit edit) {
        var newEmail = checkedEmail(edit.email().applyTo(email));
        return new Login(
                newEmail,
                checkedUsername(edit.username().applyTo(username)),
                newEmail.equalsIgnoreCase(email) ? emailVerifiedAt : null);
    }

    private static String checkedEmail(@Nullable String value) {
        var email = value == null ? "" : value.strip();
        Fields.require(
                email.length() <= MAX_EMAIL && EMAIL.matcher(email).matches(),
                "/email",
                "must be an email address such as ada@example.org");
        return email;
    }

    private static String checkedUsername(@Nullable String value) {
        var username = value == null ? "" : value.strip();
        Fields.require(
                username.length() >= MIN_USERNAME
                        && username.length() <= MAX_USERNAME
                        && USERNAME.matcher(username).matches(),
                "/username",
                "must be " + MIN_USERNAME + " to " + MAX_USERNAME + " letters, digits, '_', '.' or '-'");
        return username;
    }

    /** Changes that a user makes to the own login. Neither field can be cleared. */
    public record Edit(Change<String> email, Change<String> username) {}
}
