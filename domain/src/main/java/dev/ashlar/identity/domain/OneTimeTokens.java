package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mailed tokens and the mails that are still to go out. */
public interface OneTimeTokens {
    void insert(OneTimeToken token);

    /**
     * Mails of this purpose that are due, of active accounts, oldest first. They are held until the transaction ends;
     * what another one holds is skipped.
     */
    List<DueMail> lockDue(TokenPurpose purpose, Instant now, int maxAttempts, int limit);

    /**
     * Gives each token the hash of a fresh secret, in the same order, and counts the attempt. The next one is due after
     * the pause times the number of attempts, so a crash before the mail leaves costs only time.
     */
    void arm(List<OneTimeTokenId> ids, List<String> hashes, Instant expiresAt, Instant now, long pauseSeconds);

    void markSent(List<OneTimeTokenId> ids, Instant now);

    /** Uses a token up. Of several calls with one token only one gets the user. */
    Optional<UserId> consume(String tokenHash, TokenPurpose purpose, Instant now);

    /** Makes what else was mailed or is to be mailed to this person for this purpose worthless. */
    void withdraw(UserId userId, TokenPurpose purpose, Instant now);

    /** Forgets tokens created before the bound; at most {@code limit} in one call. Returns how many. */
    int deleteCreatedBefore(Instant bound, int limit);
}
