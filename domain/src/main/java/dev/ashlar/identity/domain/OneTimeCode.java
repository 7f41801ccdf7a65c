// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Fingerprint;
import java.util.Locale;
import java.util.regex.Pattern;

/** Code that a user types as second factor: six digits of an authenticator app, or a recovery code. Never printed. */
public record OneTimeCode(String value) {
    /** Length of the longest code with its separators. */
    public static final int MAX_LENGTH = 30;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

    /** Drops the separators that make codes readable. */
    public OneTimeCode {
        value = SEPARATORS.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** True if an authenticator app may have shown it; it is a recovery code otherwise. */
    boolean isOfAnApp() {
        return DIGITS.matcher(value).matches();
    }

    /** Returns the hash that a recovery code is stored as. */
    public String fingerprint() {
        return Fingerprint.ofSecret(value);
    }

    @Override
    public String toString() {
        return "OneTimeCode[hidden]";
    }
}
