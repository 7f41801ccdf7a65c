package dev.ashlar.identity.application;

import static dev.ashlar.identity.application.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.RoleChanged;
import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.PersonEdit;
import dev.ashlar.identity.domain.RefreshTokenStatus;
import dev.ashlar.identity.domain.StandingEdit;
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
    private static final PersonEdit NOTHING =
            new PersonEdit(Change.keep(), Change.keep(), Change.keep(), Change.keep());
    private static final StandingEdit NO_STANDING = new StandingEdit(Change.keep(), Change.keep(), Change.keep());
    private final IdentityFixture identity = new IdentityFixture();
    private final UserAdministration administration = identity.administration;
    private final Actor admin = identity.actor("admin", Role.ADMIN);
    private final UserId ada = identity.actor("ada", Role.STUDENT).userId();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void isForAdministratorsAlone(Role role) {
        var actor = identity.actor("other", role);
        var all = new UserFilter(null, null, null);
        refused(KernelProblem.FORBIDDEN, () -> administration.list(actor, all, PageRequest.first()));
        refused(KernelProblem.FORBIDDEN, () -> administration.count(actor, all));
        refused(KernelProblem.FORBIDDEN, () -> administration.find(actor, ada));
        refused(KernelProblem.FORBIDDEN, () -> administration.edit(actor, ada, 1, NOTHING, NO_STANDING));
        refused(KernelProblem.FORBIDDEN, () -> administration.deactivate(actor, ada));
        refused(KernelProblem.FORBIDDEN, () -> administration.activate(actor, ada));
        assertThat(administration.list(admin, all, PageRequest.first()).items()).isEmpty();
    }

    @Test
    void anAdministratorWhoseTokenOutlivesTheRoleDecidesNothing() {
        var former = identity.actor("former", Role.ADMIN);
        administration.edit(admin, former.userId(), 1, NOTHING, People.role(Role.STUDENT));
        refused(KernelProblem.FORBIDDEN, () -> administration.deactivate(former, ada));
        var gone = identity.actor("gone", Role.ADMIN);
        administration.deactivate(admin, gone.userId());
        refused(KernelProblem.FORBIDDEN, () -> administration.edit(gone, ada, 1, NOTHING, NO_STANDING));
    }

    @Test
    void nobodyDecidesAboutTheirOwnAccount() {
        refused(
                IdentityProblem.OWN_ACCOUNT,
                () -> administration.edit(admin, admin.userId(), 1, NOTHING, People.role(Role.ADMIN)));
        refused(IdentityProblem.OWN_ACCOUNT, () -> administration.deactivate(admin, admin.userId()));
        refused(IdentityProblem.OWN_ACCOUNT, () -> administration.activate(admin, admin.userId()));
        assertThat(administration
                        .edit(admin, admin.userId(), 1, NOTHING, NO_STANDING)
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aChangedRoleIsPublishedAndAKeptOneIsNot() {
        identity.published.clear();
        assertThat(administration.edit(admin, ada, 1, NOTHING, NO_STANDING).role())
                .isEqualTo(Role.STUDENT);
        assertThat(identity.published).isEmpty();
        assertThat(administration
                        .edit(admin, ada, 2, NOTHING, People.role(Role.EXPERT))
                        .role())
                .isEqualTo(Role.EXPERT);
        assertThat(identity.published).containsExactly(new RoleChanged(ada, Role.STUDENT, Role.EXPERT, People.NOW));
    }

    @Test
    void switchingOffEndsSessionsOnce() {
        identity.credentials.login("ada@example.org", IdentityFixture.PASSWORD.value(), IdentityFixture.CLIENT);
        identity.published.clear();
        assertThat(administration.deactivate(admin, ada).active()).isFalse();
        assertThat(identity.refreshTokens.all())
                .extracting(token -> token.status())
                .containsExactly(RefreshTokenStatus.REVOKED);
        assertThat(identity.published).containsExactly(new UserDeactivated(ada, People.NOW));
        refused(IdentityProblem.ACTIVITY_UNCHANGED, () -> administration.deactivate(admin, ada));
        assertThat(administration.activate(admin, ada).active()).isTrue();
        refused(IdentityProblem.ACTIVITY_UNCHANGED, () -> administration.activate(admin, ada));
    }

    @Test
    void refusalsNameTheirReason() {
        var head = identity.actor("head", Role.SALES).userId();
        refused(KernelProblem.NOT_FOUND, () -> administration.find(admin, People.newId()));
        refused(KernelProblem.NOT_FOUND, () -> administration.deactivate(admin, People.newId()));
        refused(KernelProblem.NOT_FOUND, () -> administration.edit(admin, People.newId(), 0, NOTHING, NO_STANDING));
        refused(KernelProblem.STALE_VERSION, () -> administration.edit(admin, ada, 0, NOTHING, NO_STANDING));
        refused(IdentityProblem.NOT_A_SALES_HEAD, () -> administration.edit(admin, head, 1, NOTHING, ledBy(ada)));
        refused(IdentityProblem.SALES_HEAD_CYCLE, () -> administration.edit(admin, head, 1, NOTHING, ledBy(head)));
        administration.edit(admin, ada, 1, NOTHING, ledBy(head));
        refused(
                IdentityProblem.STILL_LEADS,
                () -> administration.edit(admin, head, 1, NOTHING, People.role(Role.EXPERT)));
    }

    private static StandingEdit ledBy(UserId head) {
        return new StandingEdit(Change.keep(), Change.keep(), Change.to(head));
    }
}
