// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.RecoveryCodes;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecondFactor;
import dev.ashlar.identity.domain.SecondFactors;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.SecondFactorAccounts;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirmation and end of second factors. A session of an account with a confirmed factor has always passed it: confirming ends all
 * sessions but the current one, and later ones open with a code only.
 */
@ApplicationService
public class SecondFactorService implements SecondFactorAccounts {
    private final Users users;
    private final ProvenAccounts accounts;
    private final SecondFactors factors;
    private final SecondFactorCheck check;
    private final RefreshTokens sessions;
    private final SecretSource secrets;
    private final SecurityTrail trail;
    private final InstantSource clock;

    SecondFactorService(
            Users users,
            ProvenAccounts accounts,
            SecondFactors factors,
            SecondFactorCheck check,
            RefreshTokens sessions,
            SecretSource secrets,
            SecurityTrail trail,
            InstantSource clock) {
        this.users = users;
        this.accounts = accounts;
        this.factors = factors;
        this.check = check;
        this.sessions = sessions;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public boolean hasSecondFactor(UserId user) {
        return factors.find(user).filter(SecondFactor::confirmed).isPresent();
    }

    public SecondFactorView get(Actor actor) {
        return factors.find(actor.userId())
                .filter(SecondFactor::confirmed)
                .map(factor -> new SecondFactorView(true, factor.confirmedAt(), factor.recoveryCodes()))
                .orElse(new SecondFactorView(false, null, 0));
    }

    /** Enables the enrolled factor by its first code and returns the recovery codes. All sessions but the current one end. */
    @Transactional(noRollbackFor = DomainException.class) // a wrong code counts
    public List<String> confirm(Actor actor, SessionId current, OneTimeCode code) {
        var user = users.lock(actor.userId()).orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
        var factor = factors.find(user.id())
                .orElseThrow(() -> IdentityProblem.SECOND_FACTOR_NOT_FOUND.because(
                        "Your account has no second factor to confirm. Enroll one first."));
        if (factor.confirmed()) {
            throw SecondFactorEnrollment.enabled();
        }
        var step = check.firstStep(factor, code);
        var codes = RecoveryCodes.draw(secrets);
        factors.confirm(user.id(), step, RecoveryCodes.fingerprints(codes), clock.instant());
        sessions.revokeOthers(user.id(), current, clock.instant());
        trail.record(SecurityEventType.SECOND_FACTOR_ENABLED, user.id());
        return codes;
    }

    /** Ends the second factor after the password was checked against these credentials. */
    @Transactional(noRollbackFor = DomainException.class) // a wrong code counts
    public void disable(Credentials checked, OneTimeCode code) {
        var user = accounts.lock(checked, code).orElseThrow(ProvenAccounts::changed);
        if (factors.find(user.id()).filter(SecondFactor::confirmed).isEmpty()) {
            throw IdentityProblem.SECOND_FACTOR_NOT_FOUND.because(
                    "Your account has no second factor. Nothing is left to do.");
        }
        factors.delete(user.id());
        trail.record(SecurityEventType.SECOND_FACTOR_DISABLED, user.id());
    }
}
