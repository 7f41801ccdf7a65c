package dev.ashlar.identity.application;

import dev.ashlar.identity.UserRegistered;
import dev.ashlar.identity.domain.Fingerprint;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.PersonEdit;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.ProfileEdit;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.StandingEdit;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own account. */
@ApplicationService
public class AccountService {
    private final Users users;
    private final Profiles profiles;
    private final OneTimeTokens oneTimeTokens;
    private final IdentityViews views;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    AccountService(
            Users users,
            Profiles profiles,
            OneTimeTokens oneTimeTokens,
            IdentityViews views,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.users = users;
        this.profiles = profiles;
        this.oneTimeTokens = oneTimeTokens;
        this.views = views;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates account and profile and asks for the mail that verifies the address. What else must exist with a person
     * joins by listening to {@link UserRegistered}. That email address and username are free, the database decides.
     */
    @Transactional
    public AccountView register(Registration registration, String passwordHash) {
        var now = clock.instant();
        var user = User.register(new UserId(ids.next()), registration, now);
        store(user, registration, passwordHash);
        oneTimeTokens.insert(
                OneTimeToken.pending(new OneTimeTokenId(ids.next()), user.id(), TokenPurpose.EMAIL_VERIFICATION, now));
        return view(user.id());
    }

    /** Whose address this is, for seeds. */
    public Optional<UserId> findByEmail(String email) {
        return users.findByEmail(email).map(User::id);
    }

    /** Creates an account of any role whose address counts as verified. For seeds only: nobody is asked for leave. */
    @Transactional
    public UserId seed(Registration registration, Role role, String passwordHash) {
        var now = clock.instant();
        var standing = new StandingEdit(Change.to(role), Change.keep(), Change.keep());
        var user = User.register(new UserId(ids.next()), registration, now).with(standing, now);
        store(user, registration, passwordHash);
        users.confirmEmail(user.id(), now);
        return user.id();
    }

    public AccountView me(Actor actor) {
        return view(actor.userId());
    }

    /** Changes the actor's own data. Email address, username and role are not among what can be changed here. */
    @Transactional
    public AccountView edit(Actor actor, int version, PersonEdit person, ProfileEdit profile) {
        var now = clock.instant();
        var before = users.find(actor.userId()).orElseThrow(AccountService::gone);
        if (!users.edit(before.with(person, now), version)) {
            throw KernelProblem.STALE_VERSION.because("Read your account again and repeat the change.");
        }
        var shown = profiles.find(actor.userId()).orElseThrow(AccountService::gone);
        profiles.update(shown.with(profile, now));
        return view(actor.userId());
    }

    /** Notes that whoever holds this mailed token owns the address it was sent to. */
    @Transactional
    public void verifyEmail(String token) {
        var now = clock.instant();
        var userId = oneTimeTokens
                .consume(Fingerprint.ofSecret(token), TokenPurpose.EMAIL_VERIFICATION, now)
                .orElseThrow(() -> IdentityProblem.INVALID_TOKEN
                        .because("The address cannot be verified with this token.")
                        .at("/token", "must be the token of the latest mail, not used before"));
        users.confirmEmail(userId, now);
    }

    private void store(User user, Registration registration, String passwordHash) {
        users.insert(user, passwordHash);
        profiles.insert(Profile.of(user.id(), registration, user.createdAt()));
        events.publishEvent(new UserRegistered(user.id(), user.createdAt()));
    }

    private AccountView view(UserId id) {
        return views.account(id).orElseThrow(AccountService::gone);
    }

    private static RuntimeException gone() {
        return KernelProblem.NOT_FOUND.because("There is no such account.");
    }
}
