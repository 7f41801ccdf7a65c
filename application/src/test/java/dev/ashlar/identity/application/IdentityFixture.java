// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.InMemoryAuthEvents;
import dev.ashlar.identity.domain.InMemoryOneTimeTokens;
import dev.ashlar.identity.domain.InMemoryProfiles;
import dev.ashlar.identity.domain.InMemoryRefreshTokens;
import dev.ashlar.identity.domain.InMemorySecondFactors;
import dev.ashlar.identity.domain.InMemorySecurityEvents;
import dev.ashlar.identity.domain.InMemoryUsers;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OpenVault;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Services of identity on the fakes of its ports, with a clock that the test moves. */
final class IdentityFixture {
    /** Limit of mails that refuses none. */
    static final Runnable NO_LIMIT = () -> {};

    static final Client CLIENT = new Client("192.0.2.7", "Browser/1.0");
    static final NewPassword PASSWORD = new NewPassword("correct horse battery");

    Instant now = People.NOW;
    final List<String> compared = new ArrayList<>();
    final List<String> hashed = new ArrayList<>();
    final List<Object> published = new ArrayList<>();
    final IdSource ids = IdSource.timeOrdered();
    final InMemoryUsers users = new InMemoryUsers();
    final InMemoryProfiles profiles = new InMemoryProfiles();
    final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();
    final InMemoryOneTimeTokens oneTimeTokens = new InMemoryOneTimeTokens(users);
    final InMemoryAuthEvents authEvents = new InMemoryAuthEvents();
    final InMemorySecurityEvents securityEvents = new InMemorySecurityEvents();
    final SecurityTrail trail =
            new SecurityTrail(securityEvents, () -> Optional.of("192.0.2.7"), new OpenVault(), ids, () -> now);
    private final AtomicInteger secretNumber = new AtomicInteger();
    final SecretSource secrets = () -> "secret " + secretNumber.incrementAndGet();
    private final AttemptLog attempts = new AttemptLog(authEvents, new OpenVault(), ids, () -> now);
    private final AccessTokens accessTokens =
            (user, session, kind, at) -> new AccessTokens.AccessToken("access", at.plus(Duration.ofMinutes(15)));
    private final IdentityViews views = new Views();
    final MailRequests mailRequests = new MailRequests(oneTimeTokens, ids, () -> now);
    private final NewAccounts newAccounts = new NewAccounts(users, profiles, published::add);
    private final InMemorySecondFactors factors = new InMemorySecondFactors();
    private final SecondFactorCheck secondFactorCheck =
            new SecondFactorCheck(factors, new OpenVault(), trail, () -> now);
    private final ProvenAccounts proven = new ProvenAccounts(users, secondFactorCheck);
    final SecondFactorEnrollment enrollment =
            new SecondFactorEnrollment(proven, factors, new OpenVault(), secrets, () -> now);
    final SecondFactorService secondFactors = new SecondFactorService(
            users, proven, factors, secondFactorCheck, refreshTokens, secrets, trail, () -> now);
    final AccountService accounts =
            new AccountService(users, profiles, oneTimeTokens, mailRequests, views, trail, published::add, () -> now);
    final RegistrationService registrations =
            new RegistrationService(newAccounts, users, attempts, mailRequests, views, ids, () -> now);
    final SessionOpening opening =
            new SessionOpening(proven, refreshTokens, attempts, accessTokens, secrets, views, ids, () -> now);
    final SessionService sessions =
            new SessionService(users, refreshTokens, accessTokens, trail, views, ids, () -> now);
    final PasswordResetService resets = new PasswordResetService(
            users, oneTimeTokens, refreshTokens, attempts, mailRequests, trail, published::add, () -> now);
    final AccountDeletionService deletion = new AccountDeletionService(
            users,
            proven,
            new AccountErasure(users, profiles, refreshTokens, oneTimeTokens, factors, published::add),
            trail,
            published::add,
            () -> now);
    final UserAdministration administration =
            new UserAdministration(users, refreshTokens, views, trail, published::add, () -> now);
    final AccountMails mails = new AccountMails(oneTimeTokens, secrets, () -> now);
    final LoginService logins =
            new LoginService(users, profiles, mailRequests, refreshTokens, views, trail, published::add, () -> now);
    final LoginAttempts loginAttempts = new LoginAttempts(users, refreshTokens, attempts);
    final PasswordCheck passwords = new PasswordCheck(loginAttempts, new PlainHasher());
    final CredentialWorkflow credentials = new CredentialWorkflow(
            new PlainHasher(), passwords, accounts, loginAttempts, opening, resets, logins, secrets);
    final RegistrationWorkflow registration = new RegistrationWorkflow(new PlainHasher(), registrations, opening);
    final AccountSeeds seeds = new AccountSeeds(newAccounts, users, ids, () -> now);
    private final PeopleSeed seed = new PeopleSeed(seeds, new PlainHasher());

    /** Registers a user like a client that is told if the address is taken. */
    AccountView register(Registration registration, NewPassword password) {
        return registrations.register(registration, new PlainHasher().hash(password.value()));
    }

    /** Logs in a device that has not logged in before. */
    IssuedTokens login(String email, String password) {
        return credentials.login(email, password, null, null, CLIENT);
    }

    /** Creates a user of this role and returns it as the actor. */
    Actor actor(String name, Role role) {
        return new Actor(seed.ensure(People.registration(name), role, PASSWORD), role, "mentor");
    }

    private final class PlainHasher implements PasswordHasher {
        @Override
        public String hash(String password) {
            hashed.add(password);
            return "hash of " + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            compared.add(hash);
            return hash.equals(hash(password));
        }
    }

    private final class Views implements IdentityViews {
        @Override
        public Optional<AccountView> account(UserId id) {
            return users.find(id)
                    .flatMap(user -> profiles.find(id)
                            .map(profile -> new AccountView(
                                    id,
                                    user.login(),
                                    user.person(),
                                    user.standing(),
                                    new AccountView.ProfileView(
                                            profile.displayName(),
                                            profile.bio(),
                                            profile.avatarUrl(),
                                            profile.timeZone(),
                                            profile.locale()),
                                    user.createdAt(),
                                    user.updatedAt(),
                                    user.version())));
        }

        @Override
        public List<AccountView> accounts(UserFilter filter, @Nullable UUID after, int limit) {
            return List.of();
        }

        @Override
        public long count(UserFilter filter) {
            return 0;
        }

        @Override
        public List<PublicProfile> publicProfiles(Collection<UserId> ids) {
            return ids.stream().flatMap(id -> shown(users.find(id)).stream()).toList();
        }

        @Override
        public List<VersionedProfile> profilesAfter(@Nullable UserId after, int limit) {
            throw new UnsupportedOperationException("Compared on the database only.");
        }

        @Override
        public List<Deletion> deletionsAfter(Deletion after, int limit) {
            throw new UnsupportedOperationException("Compared on the database only.");
        }

        @Override
        public Optional<PublicProfile> publicProfile(String username) {
            return Optional.empty();
        }

        private Optional<PublicProfile> shown(Optional<User> user) {
            return user.flatMap(known -> profiles.find(known.id())
                    .map(profile -> new PublicProfile(
                            known.id(),
                            known.login().username(),
                            profile.displayName(),
                            profile.bio(),
                            profile.avatarUrl())));
        }

        @Override
        public boolean isLive(SessionId session, UserId userId, Role role, Instant at) {
            return refreshTokens
                    .findActive(session)
                    .filter(token -> at.isBefore(token.expiresAt()))
                    .flatMap(token -> users.find(token.userId()))
                    .filter(user -> user.active() && user.id().equals(userId) && user.role() == role)
                    .isPresent();
        }

        @Override
        public List<SessionView> sessions(
                UserId userId, SessionId current, Instant at, @Nullable UUID after, int limit) {
            return List.of();
        }
    }
}
