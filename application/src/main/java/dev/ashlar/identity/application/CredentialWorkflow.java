// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.application.Workflow;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Use cases that hash a password, which takes long on purpose and therefore happens between transactions. */
@Workflow
public class CredentialWorkflow {
    private final PasswordHasher hasher;
    private final PasswordCheck passwords;
    private final AccountService accounts;
    private final LoginAttempts attempts;
    private final SessionOpening sessions;
    private final PasswordResetService resets;
    private final LoginService logins;
    private final String decoy;

    CredentialWorkflow(
            PasswordHasher hasher,
            PasswordCheck passwords,
            AccountService accounts,
            LoginAttempts attempts,
            SessionOpening sessions,
            PasswordResetService resets,
            LoginService logins,
            SecretSource secrets) {
        this.hasher = hasher;
        this.passwords = passwords;
        this.accounts = accounts;
        this.attempts = attempts;
        this.sessions = sessions;
        this.resets = resets;
        this.logins = logins;
        this.decoy = hasher.hash(secrets.next());
    }

    /**
     * Logs in. An unknown address takes as long as a wrong password, so that neither the answer nor its delay tells which
     * addresses have an account.
     *
     * @param code code of the second factor; null if the client sends none
     * @param earlierToken refresh token of an earlier session of this device, which others cannot lock out; null if it has none
     */
    public IssuedTokens login(
            String email, String password, @Nullable OneTimeCode code, @Nullable String earlierToken, Client client) {
        return login(
                attempts.begin(email, earlierToken, client),
                password,
                (checked, origin) -> sessions.open(checked, code, origin, client));
    }

    /** Logs in a client that knows no refresh, see {@link SessionOpening#openLasting}. */
    public LastingLogin loginLasting(String email, String password, Client client) {
        return login(
                attempts.begin(email, null, client),
                password,
                (checked, origin) -> sessions.openLasting(checked, origin, client));
    }

    private <T> T login(LoginAttempt attempt, String password, BiFunction<Credentials, Origin, Optional<T>> opening) {
        var credentials = attempt.credentials();
        var hash = credentials == null ? decoy : credentials.passwordHash();
        boolean matches = hasher.matches(Spelling.opaque(password), hash);
        if (credentials == null || !matches) {
            throw invalid();
        }
        return opening.apply(credentials, attempt.origin()).orElseThrow(CredentialWorkflow::invalid);
    }

    /**
     * Changes the actor's login and profile without the current password, for clients that cannot send it, see {@link
     * LoginService#change}.
     *
     * @param mailLimit counts and may refuse a change that sends mails; not asked if the address stays, which such clients send each time
     */
    public AccountView change(
            Actor actor,
            SessionId current,
            Login.Edit login,
            Profile.Edit profile,
            @Nullable NewPassword password,
            Runnable mailLimit) {
        var email = login.email();
        if (email.present() && !accounts.me(actor).login().latestEmail().equals(email.value())) {
            mailLimit.run();
        }
        var hash = password == null ? null : hasher.hash(password.value());
        return logins.change(actor, current, login, profile, hash);
    }

    /** Changes the actor's password and ends all other sessions. */
    public void changePassword(
            Actor actor, SessionId current, String currentPassword, NewPassword password, Client client) {
        var checked = passwords.require(actor, current, currentPassword, client);
        var login = accounts.me(actor).login();
        password.requireHardToGuess(login.email(), login.username());
        logins.changePassword(actor, current, checked, hasher.hash(password.value()));
    }

    /** Requests another address for the actor, see {@link LoginService#changeEmail}. */
    public AccountView changeEmail(
            Actor actor, SessionId current, String currentPassword, String email, Client client) {
        var checked = passwords.require(actor, current, currentPassword, client);
        return logins.changeEmail(actor, current, checked, email);
    }

    /** Sets a new password for the holder of the mailed token. */
    public void resetPassword(String token, NewPassword password, Client client) {
        resets.requireUsable(token);
        resets.complete(token, password, hasher.hash(password.value()), client);
    }

    private static DomainException invalid() {
        return IdentityProblem.CREDENTIALS_INVALID.because(
                "No active account matches. Check the email address and the password.");
    }
}
