// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AttemptLimit.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private static final Origin HERE = new Origin("192.0.2.7", null);
    private static final Origin KNOWN = new Origin("192.0.2.7", new SessionId(UUID.randomUUID()));
    private final AttemptLimit limit = new AttemptLimit(2, 4, Duration.ofMinutes(15));

    @Test
    void passesAttemptsUntilTheLimitIsReached() {
        assertThat(limit.wait(List.of(), HERE, NOW)).isEmpty();
        assertThat(limit.wait(List.of(here(0)), HERE, NOW)).isEmpty();
        assertThat(limit.wait(List.of(here(0), there(1), there(2)), HERE, NOW)).isEmpty();
    }

    @Test
    void waitsUntilTheOldestAttemptNoLongerCounts() {
        assertThat(limit.wait(List.of(here(1), there(2), here(60)), HERE, NOW)).contains(Duration.ofMinutes(14));
        assertThat(limit.windowStart(NOW)).isEqualTo(NOW.minusSeconds(900));
    }

    @Test
    void boundsTheAttemptsOfManyAddressesTogether() {
        var many = List.of(there(1), there(2), there(3), there(300));
        assertThat(limit.wait(many, HERE, NOW)).contains(Duration.ofMinutes(10));
        assertThat(limit.wait(many.subList(0, 3), HERE, NOW)).isEmpty();
    }

    @Test
    void countsTheAttemptsOfAKnownDeviceFromAllAddresses() {
        assertThat(limit.wait(List.of(there(1)), KNOWN, NOW)).isEmpty();
        assertThat(limit.wait(List.of(there(1), here(300)), KNOWN, NOW)).contains(Duration.ofMinutes(10));
    }

    private static Attempt here(int secondsAgo) {
        return new Attempt(NOW.minusSeconds(secondsAgo), "192.0.2.7");
    }

    private static Attempt there(int secondsAgo) {
        return new Attempt(NOW.minusSeconds(secondsAgo), "192.0.2.8");
    }
}
