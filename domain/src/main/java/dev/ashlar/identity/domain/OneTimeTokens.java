// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mailed tokens and the mails that are still to go out. */
public interface OneTimeTokens {
    /** Stores a token whose mail is due at once. A second valid one of its user and purpose breaks a unique constraint. */
    void insert(OneTimeToken token);

    /**
     * Returns due mails of this purpose to active users, oldest first. They are locked until the transaction ends; rows that
     * another transaction has locked are skipped.
     */
    List<DueMail> lockDue(TokenPurpose purpose, Instant now, int maxAttempts, int limit);

    /**
     * Gives each token the hash of a fresh secret, in the same order, and counts the attempt. The next attempt is due after
     * the pause times the number of attempts, so a crash before the mail leaves costs only time.
     */
    void arm(List<OneTimeTokenId> ids, List<String> hashes, Instant expiresAt, Instant now, long pauseSeconds);

    void markSent(List<OneTimeTokenId> ids, Instant now);

    /** Finds the user of a token that {@link #consume} would consume. */
    Optional<UserId> find(String tokenHash, TokenPurpose purpose, Instant now);

    /** Consumes a token. Of several calls with one token only one gets the user. */
    Optional<UserId> consume(String tokenHash, TokenPurpose purpose, Instant now);

    /** Invalidates all other tokens of this user and purpose, mailed or still to be mailed. */
    void withdraw(UserId userId, TokenPurpose purpose, Instant now);

    /** Deletes all tokens of this user, with the mails that are still to go out. */
    void deleteAll(UserId userId);

    /** Deletes at most {@code limit} tokens created before the bound. Returns the number of rows. */
    int deleteCreatedBefore(Instant bound, int limit);

    /** Mail that is due, complete but for the secret. */
    record DueMail(OneTimeTokenId id, TokenPurpose purpose, String email, String firstName) {}
}
