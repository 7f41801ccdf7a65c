// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.application.EventDelivery;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.application.OutstandingEvents;
import dev.ashlar.kernel.application.ScheduledJobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Probes of operations itself. */
class ProbesTest {
    private final HealthService health = Mockito.mock(HealthService.class);
    private final OutstandingEvents events = Mockito.mock(OutstandingEvents.class);
    private final ScheduledJobs jobs = Mockito.mock(ScheduledJobs.class);

    @Test
    void theDatabaseIsHealthyIfItCanBeRead() {
        var probe = new DatabaseProbe(health);
        assertThat(probe.component()).isEqualTo("database");
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
        given(health.current()).willThrow(new IllegalStateException("No connection."));
        assertThatThrownBy(probe::check).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eventsAreUnhealthyIfOneWasGivenUp() {
        var probe = new EventProbe(events);
        assertThat(probe.component()).isEqualTo("events");
        given(events.oldestGivenUp()).willReturn(Optional.empty());
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
        var id = new EventPublicationId(UUID.randomUUID());
        given(events.oldestGivenUp())
                .willReturn(Optional.of(new OutstandingEvent(
                        id, "a.listen", "E", "{}", EventDelivery.FAILED, 20, Instant.EPOCH, Instant.EPOCH)));
        assertThat(probe.check().status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(probe.check().details()).contains(id.value().toString(), "a.listen");
    }

    @Test
    void jobsAreUnhealthyIfOneFailsRepeatedly() {
        var probe = new JobProbe(jobs);
        assertThat(probe.component()).isEqualTo("jobs");
        given(jobs.failingRepeatedly()).willReturn(List.of());
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
        given(jobs.failingRepeatedly()).willReturn(List.of("ai.reconcile", "wallet.reconcile"));
        assertThat(probe.check().status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(probe.check().details()).contains("ai.reconcile, wallet.reconcile");
    }
}
