// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Second factor of an account: an authenticator app that shares a secret with Ashlar.
 *
 * @param secret sealed by the {@link Vault}, never printed
 * @param confirmedAt time at which the user showed the first code, from which on each log-in needs one; null until then
 * @param recoveryCodes number of unused recovery codes
 * @param failures number of wrong codes since the last right one
 * @param failedAt time of the latest wrong code; null if there is none
 */
public record SecondFactor(
        UserId userId,
        String secret,
        @Nullable Instant confirmedAt,
        int recoveryCodes,
        int failures,
        @Nullable Instant failedAt) {
    /** Wrong codes after which codes are refused for a while (RFC 4226, section 7.3). Only holders of the password get so far. */
    public static final int MAX_FAILURES = 5;
    /** Time for which codes are refused then, after the latest wrong one. */
    public static final Duration PAUSE = Duration.ofMinutes(15);

    /** Draws the secret of a new factor. */
    public static byte[] drawSecret(SecretSource secrets) {
        return Fingerprint.bytesOf(secrets.next(), Totp.SECRET_BYTES);
    }

    /** Returns a secret as the text that users type where they cannot scan the {@link #uri}. */
    public static String text(byte[] secret) {
        return Base32.encode(secret);
    }

    /** Returns the otpauth URI of a secret for authenticator apps. */
    public static String uri(byte[] secret, String email) {
        return Totp.uri(secret, email);
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** Returns the time to wait after too many wrong codes; empty if a code may be tried. */
    public Optional<Duration> wait(Instant now) {
        return failedAt == null || failures < MAX_FAILURES || !now.isBefore(failedAt.plus(PAUSE))
                ? Optional.empty()
                : Optional.of(Duration.between(now, failedAt.plus(PAUSE)));
    }

    /** Returns the number of failures with one more; those before a pause that is over no longer count. */
    public int failuresWithOneMore() {
        return failures < MAX_FAILURES ? failures + 1 : 1;
    }

    /** Returns the time step of a code of the app; empty if it is wrong, or no code of an app. */
    public OptionalLong step(Vault vault, OneTimeCode code, Instant now) {
        return code.isOfAnApp() ? Totp.step(vault.open(secret, userId), code.value(), now) : OptionalLong.empty();
    }

    @Override
    public String toString() {
        return "SecondFactor[userId=" + userId + ", secret=hidden, confirmedAt=" + confirmedAt + "]";
    }
}
