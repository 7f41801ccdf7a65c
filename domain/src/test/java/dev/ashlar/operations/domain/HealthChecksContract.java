// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.HealthStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract of {@link HealthChecks}. */
public abstract class HealthChecksContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int MINUTE = 60;

    protected abstract HealthChecks checks();

    @ParameterizedTest
    @CsvSource({
        "UUU, true",
        "HHH, false",
        "HDH, false",
        "HUUU, true",
        "UHHH, false",
        "UU, ",
        "HH, ",
        "UUH, ",
        "UHU, ",
        "HUU, ",
        "UUUHH, ",
        "UDD, "
    })
    void isAStreakIfTheLastThreeChecksAgree(String letters, Boolean failing) {
        store("database", letters, NOW);
        store("mail", "UHU", NOW);
        assertThat(checks().streaks(List.of("database", "mail"), NOW))
                .isEqualTo(failing == null ? List.of() : List.of(new ComponentStreak("database", failing)));
    }

    @Test
    void tellsComponentsApart() {
        store("database", "UUU", NOW);
        store("events", "HHH", NOW);
        store("mail", "UUU", NOW);
        assertThat(checks().streaks(List.of("mail", "events", "jobs", "database"), NOW))
                .containsExactly(
                        new ComponentStreak("database", true),
                        new ComponentStreak("events", false),
                        new ComponentStreak("mail", true));
        assertThat(checks().streaks(List.of("events"), NOW)).hasSize(1);
        assertThat(checks().streaks(List.of(), NOW)).isEmpty();
    }

    @Test
    void forgetsChecksBeforeATime() {
        store("database", "UUU", NOW);
        assertThat(checks().streaks(List.of("database"), NOW)).hasSize(1);
        assertThat(checks().streaks(List.of("database"), NOW.plusSeconds(1))).isEmpty();
    }

    /** Stores one check a minute: H for healthy, D for degraded, U for unhealthy. */
    private void store(String component, String letters, Instant first) {
        var stored = new ArrayList<HealthCheck>();
        for (int minute = 0; minute < letters.length(); minute++) {
            var status = switch (letters.charAt(minute)) {
                case 'H' -> HealthStatus.HEALTHY;
                case 'D' -> HealthStatus.DEGRADED;
                default -> HealthStatus.UNHEALTHY;
            };
            stored.add(new HealthCheck(
                    new HealthCheckId(UUID.randomUUID()),
                    component,
                    status,
                    5,
                    status == HealthStatus.HEALTHY ? null : "Slow.",
                    first.plusSeconds((long) minute * MINUTE)));
        }
        checks().insert(stored);
    }
}
