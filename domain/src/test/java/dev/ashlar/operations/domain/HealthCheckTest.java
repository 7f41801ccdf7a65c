// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.HealthStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
    @Test
    void cutsALongReasonBetweenTwoCharacters() {
        var report = new HealthReport("mail", HealthStatus.DEGRADED, 7, "x" + "😀".repeat(500));
        var check = HealthCheck.of(new HealthCheckId(UUID.randomUUID()), report, Instant.EPOCH);
        assertThat(check.details()).isEqualTo("x" + "😀".repeat(499));
        assertThat(check.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(check.responseTimeMs()).isEqualTo(7);
    }

    @Test
    void ordersStatusesBySeverity() {
        assertThat(HealthStatus.HEALTHY.worse(HealthStatus.DEGRADED)).isEqualTo(HealthStatus.DEGRADED);
        assertThat(HealthStatus.UNHEALTHY.worse(HealthStatus.DEGRADED)).isEqualTo(HealthStatus.UNHEALTHY);
    }
}
