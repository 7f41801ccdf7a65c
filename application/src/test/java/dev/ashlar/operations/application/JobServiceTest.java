// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ScheduledJobs;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

/** Authorization; the content is tested on a real schedule. */
class JobServiceTest {
    private final ScheduledJobs jobs = Mockito.mock(ScheduledJobs.class);
    private final JobService service = new JobService(jobs);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void onlyAdministratorsSeeAndRunJobs(Role role) {
        var actor = new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);

        assertRefused(KernelProblem.FORBIDDEN, () -> service.list(actor));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.runNow(actor, "wallet.reconcile"));
        verifyNoInteractions(jobs);
    }
}
