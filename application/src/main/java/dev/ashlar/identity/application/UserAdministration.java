package dev.ashlar.identity.application;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.PersonEdit;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.StandingEdit;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with accounts. Nobody decides about their own. */
@ApplicationService
public class UserAdministration {
    private static final String LIST = "identity.users";

    private final Users users;
    private final RefreshTokens tokens;
    private final IdentityViews views;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    UserAdministration(
            Users users,
            RefreshTokens tokens,
            IdentityViews views,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.views = views;
        this.events = events;
        this.clock = clock;
    }

    /** Accounts, newest first. */
    public Page<AccountView> list(Actor actor, UserFilter filter, PageRequest page) {
        actor.requireAdmin();
        var rows = views.accounts(filter, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    /** How many accounts the list has on all its pages. */
    public long count(Actor actor, UserFilter filter) {
        actor.requireAdmin();
        return views.count(filter);
    }

    public AccountView find(Actor actor, UserId id) {
        actor.requireAdmin();
        return view(id);
    }

    /** Changes a person's data and standing. A new role shows in the next access token; one with the old role is refused within seconds. */
    @Transactional
    public AccountView edit(Actor actor, UserId id, int version, PersonEdit person, StandingEdit standing) {
        requireStillAdmin(actor);
        if (standing.role().present()) {
            requireOther(actor, id);
        }
        var now = clock.instant();
        var before = users.find(id).orElseThrow(UserAdministration::notFound);
        var after = before.with(person, now).with(standing, now);
        if (!users.edit(after, version)) {
            throw whyNot(after, version);
        }
        if (after.role() != before.role()) {
            events.publishEvent(new RoleChanged(id, before.role(), after.role(), now));
        }
        return view(id);
    }

    /** Switches an account off and ends its sessions; access tokens already issued are refused within seconds. */
    @Transactional
    public AccountView deactivate(Actor actor, UserId id) {
        setActive(actor, id, false);
        tokens.revokeAll(id, clock.instant());
        events.publishEvent(new UserDeactivated(id, clock.instant()));
        return view(id);
    }

    /** Switches an account on again. */
    @Transactional
    public AccountView activate(Actor actor, UserId id) {
        setActive(actor, id, true);
        return view(id);
    }

    private void setActive(Actor actor, UserId id, boolean active) {
        requireStillAdmin(actor);
        requireOther(actor, id);
        if (users.lock(id).isEmpty()) {
            throw notFound();
        }
        if (!users.setActive(id, active, clock.instant())) {
            throw IdentityProblem.ACTIVITY_UNCHANGED.because(
                    active ? "The account is active already." : "The account is inactive already.");
        }
    }

    /**
     * Asks the database, not the token: an administrator who has just been demoted or switched off by another one decides
     * nothing more. So two administrators cannot remove each other and leave none.
     */
    private void requireStillAdmin(Actor actor) {
        actor.requireAdmin();
        users.lockStandings();
        var admin = users.find(actor.userId()).filter(user -> user.active() && user.role() == Role.ADMIN);
        if (admin.isEmpty()) {
            throw KernelProblem.FORBIDDEN.because("You are no longer an administrator.");
        }
    }

    private static void requireOther(Actor actor, UserId id) {
        if (actor.userId().equals(id)) {
            throw IdentityProblem.OWN_ACCOUNT.because("Ask another administrator.");
        }
    }

    private DomainException whyNot(User wanted, int version) {
        var stored = users.find(wanted.id()).orElseThrow(UserAdministration::notFound);
        if (stored.version() != version) {
            return KernelProblem.STALE_VERSION.because("Read the account again and repeat the change.");
        }
        var head = wanted.salesHeadId();
        if (head != null && !head.equals(stored.salesHeadId())) {
            return users.find(head).filter(User::mayLead).isEmpty()
                    ? IdentityProblem.NOT_A_SALES_HEAD
                            .because("Choose an active person of role sales or admin.")
                            .at("/salesHeadId", "must be the id of somebody who may lead")
                    : IdentityProblem.SALES_HEAD_CYCLE
                            .because("Choose somebody whom the person does not lead, directly or through others.")
                            .at("/salesHeadId", "must not be led by the person");
        }
        return IdentityProblem.STILL_LEADS
                .because("Give the people the person leads another sales head first.")
                .at("/role", "must be sales or admin while the person leads others");
    }

    private AccountView view(UserId id) {
        return views.account(id).orElseThrow(UserAdministration::notFound);
    }

    private static DomainException notFound() {
        return KernelProblem.NOT_FOUND.because("There is no such account.");
    }
}
