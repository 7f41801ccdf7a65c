// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link SecurityEvents}. */
public abstract class SecurityEventsContract {
    private static final String HERE = Fingerprint.ofSecret("192.0.2.7");
    private static final String THERE = Fingerprint.ofSecret("192.0.2.8");
    /** Long ago, because the database keeps younger events. */
    private static final Instant OLD = NOW.minus(Duration.ofDays(5000));

    private final IdSource ids = IdSource.timeOrdered();

    protected abstract SecurityEvents events();

    @Test
    void keepsOneOfRepeatedRefusals() {
        assertThat(once("auth.forbidden GET /a", HERE, 0)).isTrue();
        assertThat(once("auth.forbidden GET /a", HERE, 59)).isFalse();
        assertThat(once("auth.forbidden GET /b", HERE, 59)).isTrue();
        assertThat(once("auth.forbidden GET /a", THERE, 59)).isTrue();
        assertThat(once("auth.forbidden GET /a", HERE, 60)).isTrue();
    }

    @Test
    void keepsEveryRefusalOfAnUnknownAddress() {
        assertThat(once("auth.forbidden GET /a", null, 0)).isTrue();
        assertThat(once("auth.forbidden GET /a", null, 0)).isTrue();
    }

    @Test
    void deletesOldEventsInBatches() {
        for (int day = 0; day < 3; day++) {
            events().append(event("detail", HERE, OLD.plus(Duration.ofDays(day))));
        }
        var bound = OLD.plus(Duration.ofDays(2));
        assertThat(events().deleteBefore(bound, 1)).isEqualTo(1);
        assertThat(events().deleteBefore(bound, 9)).isEqualTo(1);
        assertThat(events().deleteBefore(bound, 9)).isZero();
    }

    private boolean once(String detail, @Nullable String address, int second) {
        var at = NOW.plusSeconds(second);
        return events().appendOnce(event(detail, address, at), at.minus(SecurityEvent.REPEATED_WITHIN));
    }

    private SecurityEvent event(String detail, @Nullable String address, Instant at) {
        return new SecurityEvent(
                new SecurityEventId(ids.next()), SecurityEventType.REQUEST_REFUSED, null, null, detail, address, at);
    }
}
