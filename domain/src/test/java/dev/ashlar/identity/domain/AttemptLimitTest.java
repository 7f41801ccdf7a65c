package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private final AttemptLimit limit = new AttemptLimit(2, Duration.ofMinutes(15));

    @Test
    void passesAttemptsUntilTheLimitIsReached() {
        assertThat(limit.wait(List.of(), NOW)).isEmpty();
        assertThat(limit.wait(List.of(NOW), NOW)).isEmpty();
    }

    @Test
    void waitsUntilTheOldestAttemptNoLongerCounts() {
        var latest = List.of(NOW.minusSeconds(1), NOW.minusSeconds(60));
        assertThat(limit.wait(latest, NOW)).contains(Duration.ofMinutes(14));
        assertThat(limit.windowStart(NOW)).isEqualTo(NOW.minusSeconds(900));
    }
}
