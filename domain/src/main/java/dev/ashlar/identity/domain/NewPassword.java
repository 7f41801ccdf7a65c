// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Spelling;
import java.util.stream.Stream;

/**
 * Password that a user chooses: long enough to resist guessing, short enough to be hashed. Never printed.
 *
 * @param value in the form in which it is hashed, see {@link Spelling#opaque}
 */
public record NewPassword(String value) {
    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 256;

    public NewPassword {
        value = Spelling.opaque(value);
        int length = Spelling.length(value);
        Fields.require(
                length >= MIN_LENGTH && length <= MAX_LENGTH,
                "/password",
                "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }

    /** Refuses a common password, and the address and the username of its user. */
    public void requireHardToGuess(String email, String username) {
        var key = Spelling.key(value);
        var local = email.substring(0, email.indexOf('@'));
        Fields.require(
                !CommonPasswords.contains(value)
                        && Stream.of(email, local, username).map(Spelling::key).noneMatch(key::equals),
                "/password",
                "must not be a common password, your email address or your username");
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
