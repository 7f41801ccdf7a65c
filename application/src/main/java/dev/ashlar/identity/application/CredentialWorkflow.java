package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.SecretSource;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.application.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use cases that hash a password, which takes long on purpose and therefore happens between transactions. */
@Workflow
public class CredentialWorkflow {
    private final PasswordHasher hasher;
    private final AccountService accounts;
    private final SessionService sessions;
    private final PasswordResetService resets;
    private final LoginService logins;
    private final String decoy;

    CredentialWorkflow(
            PasswordHasher hasher,
            AccountService accounts,
            SessionService sessions,
            PasswordResetService resets,
            LoginService logins,
            SecretSource secrets) {
        this.hasher = hasher;
        this.accounts = accounts;
        this.sessions = sessions;
        this.resets = resets;
        this.logins = logins;
        this.decoy = hasher.hash(secrets.next());
    }

    /** Registers a new user. */
    public AccountView register(Registration registration, NewPassword password) {
        return accounts.register(registration, hasher.hash(password.value()));
    }

    /**
     * Logs in. An unknown address takes as long as a wrong password, so that neither the answer nor its delay tells which
     * addresses have an account.
     */
    public IssuedTokens login(String email, String password, Client client) {
        return checked(email, password, client)
                .flatMap(good -> sessions.open(good, email, client))
                .orElseThrow(CredentialWorkflow::invalid);
    }

    private Optional<Credentials> checked(String email, String password, Client client) {
        var credentials = sessions.beginLogin(email, client);
        var hash = credentials.map(Credentials::passwordHash).orElse(decoy);
        return hasher.matches(password, hash) ? credentials : Optional.empty();
    }

    /** Registers a new user and logs in at once, for a client that knows no refresh. */
    public LastingLogin join(Registration registration, NewPassword password, Client client) {
        var hash = hasher.hash(password.value());
        var account = accounts.register(registration, hash);
        return sessions.openLasting(
                        new Credentials(account.id(), hash, true),
                        account.login().email(),
                        client)
                .orElseThrow(CredentialWorkflow::invalid);
    }

    /** Logs in a client that knows no refresh, see {@link SessionService#openLasting}. */
    public LastingLogin loginLasting(String email, String password, Client client) {
        return checked(email, password, client)
                .flatMap(good -> sessions.openLasting(good, email, client))
                .orElseThrow(CredentialWorkflow::invalid);
    }

    /** Changes the actor's login and profile. A new password ends all sessions but the current one. */
    public AccountView change(
            Actor actor,
            @Nullable SessionId current,
            Login.Edit login,
            Profile.Edit profile,
            @Nullable NewPassword password) {
        var hash = password == null ? null : hasher.hash(password.value());
        return logins.change(actor, current, login, profile, hash);
    }

    /** Sets a new password for the holder of the mailed token. */
    public void resetPassword(String token, NewPassword password, Client client) {
        resets.complete(token, hasher.hash(password.value()), client);
    }

    private static DomainException invalid() {
        return IdentityProblem.CREDENTIALS_INVALID.because(
                "No active account matches. Check the email address and the password.");
    }
}
