// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AuditFilter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Authorization; the content is tested on a real log. */
class AuditLogServiceTest {
    private final AuditLogService service = new AuditLogService((filter, after, limit) -> List.of());

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void onlyAdministratorsSearchTheLog(Role role) {
        var actor = new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
        var own = AuditFilter.of(null, actor.userId(), null, null);
        assertRefused(KernelProblem.FORBIDDEN, () -> service.list(actor, own, PageRequest.first()));
    }
}
