// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.RefreshTokenStatus;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserAdministrationTest {
    private static final Person.Edit NOTHING = People.noEdit();
    private static final Standing.Edit NO_STANDING = new Standing.Edit(Change.keep(), Change.keep(), Change.keep());
    private final IdentityFixture identity = new IdentityFixture();
    private final UserAdministration administration = identity.administration;
    private final Actor admin = identity.actor("admin", Role.ADMIN);
    private final UserId ada = identity.actor("ada", Role.STUDENT).userId();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesEverybodyButAdministrators(Role role) {
        var actor = identity.actor("other", role);
        var all = new UserFilter(null, null, null);
        refused(KernelProblem.FORBIDDEN, () -> administration.list(actor, all, PageRequest.first()));
        refused(KernelProblem.FORBIDDEN, () -> administration.count(actor, all));
        refused(KernelProblem.FORBIDDEN, () -> administration.get(actor, ada));
        refused(KernelProblem.FORBIDDEN, () -> administration.edit(actor, ada, 1, NOTHING, NO_STANDING));
        refused(KernelProblem.FORBIDDEN, () -> administration.deactivate(actor, ada));
        refused(KernelProblem.FORBIDDEN, () -> administration.activate(actor, ada));
        assertThat(administration.list(admin, all, PageRequest.first()).items()).isEmpty();
    }

    @Test
    void refusesAFormerAdministratorWithAnOldToken() {
        var former = identity.actor("former", Role.ADMIN);
        administration.edit(admin, former.userId(), 1, NOTHING, People.role(Role.STUDENT));
        refused(KernelProblem.FORBIDDEN, () -> administration.deactivate(former, ada));
        var gone = identity.actor("gone", Role.ADMIN);
        administration.deactivate(admin, gone.userId());
        refused(KernelProblem.FORBIDDEN, () -> administration.edit(gone, ada, 1, NOTHING, NO_STANDING));
    }

    @Test
    void refusesADecisionAboutTheOwnAccount() {
        refused(
                IdentityProblem.OWN_ACCOUNT,
                () -> administration.edit(admin, admin.userId(), 1, NOTHING, People.role(Role.ADMIN)));
        refused(IdentityProblem.OWN_ACCOUNT, () -> administration.deactivate(admin, admin.userId()));
        refused(IdentityProblem.OWN_ACCOUNT, () -> administration.activate(admin, admin.userId()));
        assertThat(administration
                        .edit(admin, admin.userId(), 1, NOTHING, NO_STANDING)
                        .version())
                .as("nothing changed")
                .isEqualTo(1);
    }

    @Test
    void publishesAChangedRoleButNotAKeptOne() {
        identity.published.clear();
        assertThat(administration
                        .edit(admin, ada, 1, NOTHING, NO_STANDING)
                        .standing()
                        .role())
                .isEqualTo(Role.STUDENT);
        assertThat(identity.published).isEmpty();
        assertThat(administration
                        .edit(admin, ada, 1, NOTHING, People.role(Role.EXPERT))
                        .standing()
                        .role())
                .isEqualTo(Role.EXPERT);
        assertThat(identity.published).containsExactly(new RoleChanged(ada, Role.STUDENT, Role.EXPERT, People.NOW));
    }

    @Test
    void deactivatingEndsSessionsOnce() {
        identity.login("ada@example.org", IdentityFixture.PASSWORD.value());
        identity.published.clear();
        assertThat(administration.deactivate(admin, ada).standing().active()).isFalse();
        assertThat(identity.refreshTokens.all())
                .extracting(token -> token.state().status())
                .containsExactly(RefreshTokenStatus.REVOKED);
        assertThat(identity.published).containsExactly(new UserDeactivated(ada, People.NOW));
        refused(IdentityProblem.ILLEGAL_TRANSITION, () -> administration.deactivate(admin, ada));
        assertThat(administration.activate(admin, ada).standing().active()).isTrue();
        refused(IdentityProblem.ILLEGAL_TRANSITION, () -> administration.activate(admin, ada));
    }

    @Test
    void refusesWithTheReason() {
        var head = identity.actor("head", Role.SALES).userId();
        refused(IdentityProblem.USER_NOT_FOUND, () -> administration.get(admin, People.newId()));
        refused(IdentityProblem.USER_NOT_FOUND, () -> administration.deactivate(admin, People.newId()));
        refused(
                IdentityProblem.USER_NOT_FOUND,
                () -> administration.edit(admin, People.newId(), 0, NOTHING, NO_STANDING));
        refused(KernelProblem.STALE_VERSION, () -> administration.edit(admin, ada, 0, NOTHING, NO_STANDING));
        refused(IdentityProblem.SALES_HEAD_INELIGIBLE, () -> administration.edit(admin, head, 1, NOTHING, ledBy(ada)));
        refused(IdentityProblem.SALES_HEAD_CYCLE, () -> administration.edit(admin, head, 1, NOTHING, ledBy(head)));
        administration.edit(admin, ada, 1, NOTHING, ledBy(head));
        refused(
                IdentityProblem.USER_LEADS_OTHERS,
                () -> administration.edit(admin, head, 1, NOTHING, People.role(Role.EXPERT)));
    }

    private static Standing.Edit ledBy(UserId head) {
        return new Standing.Edit(Change.keep(), Change.keep(), Change.to(head));
    }
}
