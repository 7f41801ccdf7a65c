// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of administrators with accounts other than their own. */
@ApplicationService
public class UserAdministration {
    private static final String LIST = "identity.users";

    private final Users users;
    private final RefreshTokens tokens;
    private final IdentityViews views;
    private final SecurityTrail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    UserAdministration(
            Users users,
            RefreshTokens tokens,
            IdentityViews views,
            SecurityTrail trail,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.views = views;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** Returns accounts, newest first. */
    public Page<AccountView> list(Actor actor, UserFilter filter, PageRequest page) {
        actor.requireAdmin();
        var rows = views.accounts(filter, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    /** Counts the accounts on all pages of the list. */
    public long count(Actor actor, UserFilter filter) {
        actor.requireAdmin();
        return views.count(filter);
    }

    public AccountView get(Actor actor, UserId id) {
        actor.requireAdmin();
        return view(id);
    }

    /** Changes personal data and standing. Access tokens with the old role are refused within seconds. */
    @Transactional
    public AccountView edit(Actor actor, UserId id, int version, Person.Edit person, Standing.Edit standing) {
        requireStillAdmin(actor);
        if (standing.role().present()) {
            requireOther(actor, id);
        }
        var now = clock.instant();
        var before = users.find(id).orElseThrow(() -> IdentityProblem.userNotFound(id));
        if (before.isErased()) {
            throw IdentityProblem.ACCOUNT_DELETED.because(
                    "User " + id.value() + " has deleted the account, which stays empty. Nothing can be edited.");
        }
        var after = before.with(person, now).with(standing, now);
        boolean isSame =
                after.person().equals(before.person()) && after.standing().equals(before.standing());
        if (isSame ? before.version() != version : !users.edit(after, version)) {
            throw refusalOf(after, version);
        }
        if (after.role() != before.role()) {
            var change = Labels.of(before.role()) + " → " + Labels.of(after.role());
            trail.record(SecurityEventType.ROLE_CHANGED, id, actor.userId(), change);
            events.publishEvent(new RoleChanged(id, before.role(), after.role(), now));
        }
        return view(id);
    }

    /** Deactivates a user and ends the sessions. Access tokens already issued are refused within seconds. */
    @Transactional
    public AccountView deactivate(Actor actor, UserId id) {
        setActive(actor, id, false, SecurityEventType.ACCOUNT_DEACTIVATED);
        tokens.revokeAll(id, clock.instant());
        events.publishEvent(new UserDeactivated(id, clock.instant()));
        return view(id);
    }

    /** Activates a user again. */
    @Transactional
    public AccountView activate(Actor actor, UserId id) {
        setActive(actor, id, true, SecurityEventType.ACCOUNT_ACTIVATED);
        return view(id);
    }

    private void setActive(Actor actor, UserId id, boolean active, SecurityEventType event) {
        requireStillAdmin(actor);
        requireOther(actor, id);
        var user = users.lock(id).orElseThrow(() -> IdentityProblem.userNotFound(id));
        if (!users.setActive(id, active, clock.instant())) {
            throw IdentityProblem.ILLEGAL_TRANSITION.because(
                    user.active() == active
                            ? "User " + id.value() + " is already " + (active ? "active" : "inactive")
                                    + ". Nothing is left to do."
                            : "User " + id.value() + " has deleted the account, which stays empty and inactive.");
        }
        trail.record(event, id, actor.userId(), null);
    }

    /**
     * Refuses an administrator who has just been demoted or deactivated by another one; the token may be older than that.
     * So two administrators cannot remove each other and leave none.
     */
    private void requireStillAdmin(Actor actor) {
        actor.requireAdmin();
        users.lockStandings();
        var admin = users.find(actor.userId()).filter(user -> user.active() && user.role() == Role.ADMIN);
        if (admin.isEmpty()) {
            throw KernelProblem.FORBIDDEN.because("You are no longer an administrator. Log in again.");
        }
    }

    private static void requireOther(Actor actor, UserId id) {
        if (actor.userId().equals(id)) {
            throw IdentityProblem.OWN_ACCOUNT.because("User " + id.value() + " is you. Ask another administrator.");
        }
    }

    private DomainException refusalOf(User wanted, int version) {
        var stored = users.find(wanted.id()).orElseThrow(() -> IdentityProblem.userNotFound(wanted.id()));
        if (stored.version() != version) {
            return KernelProblem.stale("User " + wanted.id().value(), version);
        }
        var head = wanted.standing().salesHeadId();
        if (head != null && !head.equals(stored.standing().salesHeadId())) {
            return users.find(head)
                            .map(User::standing)
                            .filter(Standing::mayLead)
                            .isEmpty()
                    ? IdentityProblem.SALES_HEAD_INELIGIBLE
                            .because("User " + head.value()
                                    + " may not lead. Choose an active user of role sales or admin.")
                            .at("/salesHeadId", "must be the id of an active user of role sales or admin")
                    : IdentityProblem.SALES_HEAD_CYCLE
                            .because("User " + head.value()
                                    + " is led by this user. Choose a sales head whom this user does not lead.")
                            .at("/salesHeadId", "must not be the user, nor led by the user");
        }
        return IdentityProblem.USER_LEADS_OTHERS
                .because("User " + wanted.id().value() + " leads others. Give them another sales head first.")
                .at("/role", "must be sales or admin while the user leads others");
    }

    private AccountView view(UserId id) {
        return views.account(id).orElseThrow(() -> IdentityProblem.userNotFound(id));
    }
}
