// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Second factors of all accounts. Callers hold the account, see {@link Users#lock}. */
public interface SecondFactors {
    /**
     * Stores an unconfirmed factor in place of an earlier unconfirmed one.
     *
     * @return false if the account has a confirmed factor, which stays
     */
    boolean begin(UserId userId, String sealedSecret, Instant now);

    Optional<SecondFactor> find(UserId userId);

    /**
     * Confirms the factor with the step of its first code, which thereby is used. False if it is confirmed already or does not
     * exist.
     *
     * @param recoveryCodes hashes of the recovery codes
     */
    boolean confirm(UserId userId, long step, List<String> recoveryCodes, Instant now);

    /** Uses the code of a time step. False if that code or a later one was used before. */
    boolean useStep(UserId userId, long step, Instant now);

    /** Uses a recovery code. Of several calls with one code only one returns true. */
    boolean useRecoveryCode(UserId userId, String hash, Instant now);

    /** Records a wrong code. */
    void fail(UserId userId, int failures, Instant now);

    void delete(UserId userId);
}
