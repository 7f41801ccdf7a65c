// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.OutstandingEvents;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

/** Authorization; the content is tested on a real registry. */
class EventServiceTest {
    private final EventService service = new EventService(Mockito.mock(OutstandingEvents.class));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void onlyAdministratorsSeeEvents(Role role) {
        var actor = new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);

        assertRefused(KernelProblem.FORBIDDEN, () -> service.list(actor, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.retry(actor, new EventPublicationId(UUID.randomUUID())));
    }
}
