// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesEveryRoleButAdministrators(Role role) {
        assertRefused(KernelProblem.FORBIDDEN, () -> actor(role).requireAdmin());
    }

    @ParameterizedTest
    @EnumSource(names = "ADMIN")
    void passesAnAdministrator(Role role) {
        assertThatCode(() -> actor(role).requireAdmin()).doesNotThrowAnyException();
    }

    @Test
    void refusesAnAdministratorWhoLacksTheSecondFactor() {
        var lacking = new Actor(new UserId(UUID.randomUUID()), Role.ADMIN, Actor.DEFAULT_PLATFORM, true, false);
        assertThat(lacking.isAdmin()).isFalse();
        assertThat(assertRefused(KernelProblem.FORBIDDEN, lacking::requireAdmin).detail())
                .contains("/api/v1/me/second-factor");
    }

    @Test
    void refusesAPersonWithoutAVerifiedAddressOnlyWhereItIsRequired() {
        var newcomer = new Actor(new UserId(UUID.randomUUID()), Role.STUDENT, Actor.DEFAULT_PLATFORM, false, true);
        assertRefused(KernelProblem.FORBIDDEN, newcomer::requireVerifiedEmail);
        assertThatCode(() -> actor(Role.STUDENT).requireVerifiedEmail()).doesNotThrowAnyException();
    }

    private static Actor actor(Role role) {
        return new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
    }
}
