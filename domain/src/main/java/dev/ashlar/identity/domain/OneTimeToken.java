package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailed token, from the wish to send it to its use. The secret itself is stored nowhere: it is made when the mail goes
 * out, and made anew when the mail has to go out again.
 *
 * @param tokenHash SHA-256 of the secret last mailed; null before the first attempt
 * @param expiresAt null before the first attempt
 * @param consumedAt when it was used or withdrawn; null while it may be used
 * @param sentAt when the mail left; null until then
 * @param attempts how often the mail was tried
 * @param nextAttemptAt when it may be tried next
 */
public record OneTimeToken(
        OneTimeTokenId id,
        UserId userId,
        TokenPurpose purpose,
        @Nullable String tokenHash,
        @Nullable Instant expiresAt,
        @Nullable Instant consumedAt,
        @Nullable Instant sentAt,
        int attempts,
        Instant nextAttemptAt,
        Instant createdAt,
        Instant updatedAt) {
    /** After so many attempts a mail is given up. */
    public static final int MAX_ATTEMPTS = 5;
    /** Wait after the first attempt; the second waits twice as long, and so on. Longer than a batch takes to send. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    /** A token whose mail is still to be sent. */
    public static OneTimeToken pending(OneTimeTokenId id, UserId userId, TokenPurpose purpose, Instant now) {
        return new OneTimeToken(id, userId, purpose, null, null, null, null, 0, now, now, now);
    }
}
