package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.RecoveryCodes;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecondFactor;
import dev.ashlar.identity.domain.SecondFactors;
import dev.ashlar.identity.domain.SecretSource;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.identity.domain.Vault;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enrolment and end of second factors. A session of an account with a confirmed factor has always passed it: confirming ends all
 * sessions but the current one, and later ones open with a code only.
 */
@ApplicationService
public class SecondFactorService {
    private final Users users;
    private final SecondFactors factors;
    private final SecondFactorCheck check;
    private final RefreshTokens sessions;
    private final Vault vault;
    private final SecretSource secrets;
    private final SecurityTrail trail;
    private final InstantSource clock;

    SecondFactorService(
            Users users,
            SecondFactors factors,
            SecondFactorCheck check,
            RefreshTokens sessions,
            Vault vault,
            SecretSource secrets,
            SecurityTrail trail,
            InstantSource clock) {
        this.users = users;
        this.factors = factors;
        this.check = check;
        this.sessions = sessions;
        this.vault = vault;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    public SecondFactorView find(Actor actor) {
        return factors.find(actor.userId())
                .filter(SecondFactor::confirmed)
                .map(factor -> new SecondFactorView(true, factor.confirmedAt(), factor.recoveryCodes()))
                .orElse(new SecondFactorView(false, null, 0));
    }

    /** Draws a secret, in place of an earlier one that was never confirmed. The caller has checked the password. */
    @Transactional
    public NewSecondFactor enrol(Actor actor) {
        var user = lock(actor);
        var secret = SecondFactor.drawSecret(secrets);
        if (!factors.begin(user.id(), vault.seal(secret, user.id()), clock.instant())) {
            throw enabled();
        }
        return new NewSecondFactor(SecondFactor.text(secret), SecondFactor.uri(secret, user.email()));
    }

    /** Enables the enrolled factor by its first code and returns the recovery codes. All sessions but the current one end. */
    @Transactional(noRollbackFor = DomainException.class) // a wrong code counts
    public List<String> confirm(Actor actor, SessionId current, OneTimeCode code) {
        var user = lock(actor);
        var factor = factors.find(user.id())
                .orElseThrow(() -> IdentityProblem.SECOND_FACTOR_NOT_FOUND.because(
                        "Your account has no second factor to confirm. Enrol one first."));
        if (factor.confirmed()) {
            throw enabled();
        }
        var step = check.firstStep(factor, code);
        var codes = RecoveryCodes.draw(secrets);
        factors.confirm(user.id(), step, RecoveryCodes.fingerprints(codes), clock.instant());
        sessions.revokeOthers(user.id(), current, clock.instant());
        trail.record(SecurityEventType.SECOND_FACTOR_ENABLED, user.id());
        return codes;
    }

    /** Ends the second factor. The caller has checked the password. */
    @Transactional(noRollbackFor = DomainException.class) // a wrong code counts
    public void disable(Actor actor, OneTimeCode code) {
        var user = lock(actor);
        if (factors.find(user.id()).filter(SecondFactor::confirmed).isEmpty()) {
            throw IdentityProblem.SECOND_FACTOR_NOT_FOUND.because(
                    "Your account has no second factor. Nothing is left to do.");
        }
        check.require(user.id(), code);
        factors.delete(user.id());
        trail.record(SecurityEventType.SECOND_FACTOR_DISABLED, user.id());
    }

    private User lock(Actor actor) {
        return users.lock(actor.userId()).orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
    }

    private static DomainException enabled() {
        return IdentityProblem.SECOND_FACTOR_ENABLED.because(
                "Your account has a second factor. Disable it to enrol another one.");
    }
}
