// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.Role;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SecurityTrailTest {
    private final IdentityFixture identity = new IdentityFixture();
    private final Actor admin = identity.actor("admin", Role.ADMIN);
    private final Actor student = identity.actor("ada", Role.STUDENT);

    @Test
    void recordsAChangedRoleWithBothRolesAndTheAdministrator() {
        changeRole(Role.EXPERT);
        assertThat(identity.securityEvents.all()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(SecurityEventType.ROLE_CHANGED);
            assertThat(event.userId()).isEqualTo(student.userId());
            assertThat(event.actorId()).isEqualTo(admin.userId());
            assertThat(event.detail()).isEqualTo("student → expert");
            assertThat(event.at()).isEqualTo(identity.now);
        });
    }

    @Test
    void recordsNoRoleThatStays() {
        changeRole(Role.STUDENT);
        assertThat(identity.securityEvents.all()).isEmpty();
    }

    @Test
    void recordsDeactivationAndActivation() {
        identity.administration.deactivate(admin, student.userId());
        identity.administration.activate(admin, student.userId());
        assertThat(identity.securityEvents.types())
                .containsExactly(SecurityEventType.ACCOUNT_DEACTIVATED, SecurityEventType.ACCOUNT_ACTIVATED);
    }

    @Test
    void recordsNoChangeThatIsRefused() {
        assertThatThrownBy(() -> identity.administration.deactivate(student, admin.userId()))
                .isInstanceOf(DomainException.class);
        assertThat(identity.securityEvents.all()).isEmpty();
    }

    @Test
    void namesNoNetworkAddress() {
        identity.administration.deactivate(admin, student.userId());
        assertThat(identity.securityEvents.all().getFirst().addressHash())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(Fingerprint.ofSecret("192.0.2.7"));
    }

    @Test
    void namesNoEmailAddressThatWasTried() {
        Refusals.refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("nobody@example.org", "a guess"));
        assertThat(identity.authEvents.all())
                .singleElement()
                .extracting(AuthEvent::identifierHash, InstanceOfAssertFactories.STRING)
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(Fingerprint.ofSecret("nobody@example.org"));
    }

    @Test
    void forgetsAttemptsAfterAMonth() {
        var housekeeping = new IdentityHousekeeping(
                identity.refreshTokens, identity.oneTimeTokens, identity.authEvents, () -> identity.now);
        Refusals.refused(IdentityProblem.CREDENTIALS_INVALID, () -> identity.login("nobody@example.org", "a guess"));
        identity.now = identity.now.plus(AuthEvent.RETENTION);
        assertThat(housekeeping.forgetAuthEvents()).isZero();
        identity.now = identity.now.plusMillis(1);
        assertThat(housekeeping.forgetAuthEvents()).isEqualTo(1);
    }

    @Test
    void recordsARepeatedRefusalOnceAMinute() {
        identity.trail.recordRefusal(student.userId(), "auth.forbidden GET /api/v1/users");
        identity.trail.recordRefusal(student.userId(), "auth.forbidden GET /api/v1/users");
        identity.now = identity.now.plusSeconds(60);
        identity.trail.recordRefusal(student.userId(), "auth.forbidden GET /api/v1/users");
        assertThat(identity.securityEvents.types())
                .containsExactly(SecurityEventType.REQUEST_REFUSED, SecurityEventType.REQUEST_REFUSED);
    }

    private void changeRole(Role role) {
        var version = identity.users.find(student.userId()).orElseThrow().version();
        identity.administration.edit(
                admin,
                student.userId(),
                version,
                People.noEdit(),
                new Standing.Edit(Change.to(role), Change.keep(), Change.keep()));
    }
}
