// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.AddressErased;
import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.identity.domain.Authenticator;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountDeletionServiceTest {
    private static final String EMAIL = "ada@example.org";

    private final IdentityFixture identity = new IdentityFixture();
    private final Actor ada = identity.actor("ada", Role.STUDENT);

    @Test
    void leavesAnEmptyInactiveAccountThatNobodyCanActivate() {
        var admin = identity.actor("admin", Role.ADMIN);
        identity.login(EMAIL, IdentityFixture.PASSWORD.value());

        identity.deletion.delete(checked(EMAIL), null);

        var left = identity.users.find(ada.userId()).orElseThrow();
        assertThat(left.active()).isFalse();
        assertThat(left.login().email()).endsWith("@deleted");
        assertThat(left.login().username()).startsWith("deleted~");
        assertThat(left.person()).isEqualTo(new Person("Deleted", "user", null, null));
        assertThat(identity.profiles.find(ada.userId()).orElseThrow().displayName())
                .isEqualTo("Deleted user");
        assertThat(identity.refreshTokens.all()).isEmpty();
        assertThat(identity.oneTimeTokens.all()).isEmpty();
        refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login(EMAIL, IdentityFixture.PASSWORD.value()));
        refused(IdentityProblem.ILLEGAL_TRANSITION, () -> identity.administration.activate(admin, ada.userId()));
        assertThatThrownBy(() -> identity.administration.activate(admin, ada.userId()))
                .hasMessageContaining("has deleted the account");
    }

    @Test
    void announcesTheDeletionAfterTheDeactivation() {
        identity.published.clear();
        identity.deletion.delete(checked(EMAIL), null);
        assertThat(identity.published)
                .endsWith(new UserDeactivated(ada.userId(), identity.now), new UserDeleted(ada.userId(), identity.now));
        assertThat(identity.securityEvents.types()).containsExactly(SecurityEventType.ACCOUNT_DELETED);
    }

    @Test
    void announcesTheAddressOnceItIsVerified() {
        identity.deletion.delete(checked(EMAIL), null);
        assertThat(identity.published).contains(new AddressErased(ada.userId(), EMAIL, identity.now));
    }

    @Test
    void announcesNoAddressThatMayBeAnothers() {
        var bob = identity.register(People.registration("bob"), IdentityFixture.PASSWORD);
        identity.published.clear();
        identity.deletion.delete(checked("bob@example.org"), null);
        assertThat(identity.published)
                .contains(new UserDeleted(bob.id(), identity.now))
                .noneMatch(AddressErased.class::isInstance);
    }

    @Test
    void freesAddressAndUsername() {
        identity.deletion.delete(checked(EMAIL), null);
        identity.register(People.registration("ada"), IdentityFixture.PASSWORD);
    }

    @Test
    void keepsTheAccountEmptyWhileItsLastAccessTokenStillWorks() {
        identity.deletion.delete(checked(EMAIL), null);
        int version = identity.users.find(ada.userId()).orElseThrow().version();
        var name = new Person.Edit(Change.to("Augusta"), Change.keep(), Change.keep(), Change.keep());
        var bio = new Profile.Edit(Change.keep(), Change.to("Counts"), Change.keep(), Change.keep(), Change.keep());

        refused(IdentityProblem.USER_NOT_FOUND, () -> identity.accounts.edit(ada, version, name, bio));
    }

    @Test
    void keepsTheAccountEmptyWhateverAdministratorsWrite() {
        var admin = identity.actor("admin", Role.ADMIN);
        identity.deletion.delete(checked(EMAIL), null);
        var left = identity.users.find(ada.userId()).orElseThrow();
        var phone = new Person.Edit(Change.keep(), Change.keep(), Change.to("+49 30 901820"), Change.keep());

        refused(
                IdentityProblem.ACCOUNT_DELETED,
                () -> identity.administration.edit(
                        admin, ada.userId(), left.version(), phone, People.role(Role.STUDENT)));
        assertThat(identity.users.find(ada.userId())).hasValue(left);
    }

    @Test
    void endsTheSessionsAtOnceOnTheInstanceThatDeletes() {
        var cached = new CachedSessions(identity.sessions, () -> identity.now);
        identity.login(EMAIL, IdentityFixture.PASSWORD.value());
        var session = identity.refreshTokens.all().getFirst().familyId();
        assertThat(cached.isLive(ada.userId(), session.value(), Role.STUDENT, false))
                .isTrue();

        new AccountDeletionWorkflow(identity.passwords, identity.deletion, cached)
                .delete(ada, session, IdentityFixture.PASSWORD.value(), null, IdentityFixture.CLIENT);

        assertThat(cached.isLive(ada.userId(), session.value(), Role.STUDENT, false))
                .isFalse();
    }

    @Test
    void needsTheCodeOfASecondFactor() {
        var app = new Authenticator(identity.enrollment.enroll(checked(EMAIL)).secret());
        identity.secondFactors.confirm(ada, new SessionId(UUID.randomUUID()), app.codeAt(identity.now));
        refused(IdentityProblem.SECOND_FACTOR_REQUIRED, () -> identity.deletion.delete(checked(EMAIL), null));
        identity.now = identity.now.plus(Duration.ofSeconds(30));
        identity.deletion.delete(checked(EMAIL), app.codeAt(identity.now));
        assertThat(identity.secondFactors.hasSecondFactor(ada.userId())).isFalse();
    }

    @Test
    void keepsTheOnlyAdministrator() {
        identity.actor("admin", Role.ADMIN);
        var only = checked("admin@example.org");
        refused(IdentityProblem.LAST_ADMINISTRATOR, () -> identity.deletion.delete(only, null));
        identity.actor("other", Role.ADMIN);
        identity.deletion.delete(only, null);
    }

    private Credentials checked(String email) {
        return identity.users.credentials(email).orElseThrow();
    }
}
