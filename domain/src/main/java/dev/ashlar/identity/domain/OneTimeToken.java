// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * Token that is to be mailed. The secret is stored nowhere: it is generated when the mail goes out, and again when the mail has
 * to go out again.
 *
 * @param recipient email address that the mail goes to
 */
public record OneTimeToken(
        OneTimeTokenId id, UserId userId, TokenPurpose purpose, String recipient, Instant createdAt) {
    /** Attempts after which a mail is given up. */
    public static final int MAX_ATTEMPTS = 5;
    /** Wait after the first attempt; the second waits twice as long, and so on. Longer than a batch takes to send. */
    public static final Duration PAUSE = Duration.ofMinutes(10);
}
