// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.AuthEvent.Action.LOGIN;
import static dev.ashlar.identity.domain.AuthEvent.Action.PASSWORD_RESET;
import static dev.ashlar.identity.domain.AuthEvent.Result.ATTEMPTED;
import static dev.ashlar.identity.domain.AuthEvent.Result.REFUSED;
import static dev.ashlar.identity.domain.AuthEvent.Result.SUCCEEDED;
import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AttemptLimit.Attempt;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link AuthEvents}. */
public abstract class AuthEventsContract {
    private static final String ADA = Fingerprint.ofSecret("ada@example.org");
    private static final String BOB = Fingerprint.ofSecret("bob@example.org");
    private static final Instant BEFORE = NOW.minusSeconds(100);
    private static final Origin HERE = new Origin("192.0.2.7", null);
    private static final Origin THERE = new Origin("192.0.2.8", null);
    /** In seconds; long ago, because the database keeps younger events. */
    private static final int OLD = -400_000_000;

    private final IdSource ids = IdSource.timeOrdered();

    protected abstract AuthEvents events();

    @Test
    void countsAttemptsAtOneAccountOfOneAction() {
        events().lock(ADA);
        append(ADA, LOGIN, ATTEMPTED, HERE, 1);
        append(ADA, LOGIN, ATTEMPTED, THERE, 2);
        append(ADA, LOGIN, REFUSED, HERE, 3);
        append(ADA, PASSWORD_RESET, ATTEMPTED, HERE, 4);
        append(BOB, LOGIN, ATTEMPTED, HERE, 5);
        assertThat(attempts(null, 9)).containsExactly(new Attempt(at(2), "192.0.2.8"), new Attempt(at(1), "192.0.2.7"));
        assertThat(attempts(null, 1)).hasSize(1);
    }

    @Test
    void countsOnlyAfterTheGivenInstant() {
        append(ADA, LOGIN, ATTEMPTED, HERE, -100);
        append(ADA, LOGIN, ATTEMPTED, HERE, -99);
        assertThat(times(null)).containsExactly(at(-99));
    }

    @Test
    void countsTheAttemptsOfAKnownDeviceApart() {
        var device = new SessionId(ids.next());
        append(ADA, LOGIN, ATTEMPTED, HERE, 1);
        append(ADA, LOGIN, ATTEMPTED, new Origin("192.0.2.7", device), 2);
        append(ADA, LOGIN, ATTEMPTED, new Origin("192.0.2.8", device), 3);
        append(ADA, LOGIN, ATTEMPTED, new Origin("192.0.2.8", new SessionId(ids.next())), 4);
        assertThat(times(null)).containsExactly(at(1));
        assertThat(times(device)).containsExactly(at(3), at(2));
        append(ADA, LOGIN, SUCCEEDED, new Origin(null, device), 5);
        assertThat(times(null)).containsExactly(at(1));
        assertThat(times(device)).isEmpty();
    }

    @Test
    void endsTheCountingOfOneAddressByItsSuccess() {
        append(ADA, LOGIN, ATTEMPTED, HERE, 1);
        append(ADA, LOGIN, ATTEMPTED, THERE, 2);
        append(ADA, LOGIN, ATTEMPTED, new Origin(null, null), 3);
        append(BOB, LOGIN, SUCCEEDED, HERE, 9);
        assertThat(times(null)).containsExactly(at(3), at(2), at(1));
        append(ADA, LOGIN, SUCCEEDED, HERE, 4);
        assertThat(times(null)).containsExactly(at(3), at(2));
        append(ADA, LOGIN, SUCCEEDED, new Origin(null, null), 5);
        assertThat(times(null)).containsExactly(at(2));
    }

    @Test
    void endsTheCountingOfAllByANewPassword() {
        append(ADA, LOGIN, ATTEMPTED, HERE, 1);
        append(ADA, PASSWORD_RESET, SUCCEEDED, THERE, 2);
        append(ADA, LOGIN, ATTEMPTED, HERE, 3);
        assertThat(times(null)).containsExactly(at(3));
    }

    @Test
    void deletesOldEventsInBatches() {
        append(ADA, LOGIN, ATTEMPTED, HERE, OLD);
        append(BOB, LOGIN, REFUSED, HERE, OLD + 1);
        append(ADA, LOGIN, ATTEMPTED, HERE, OLD + 2);
        var bound = at(OLD + 2);
        assertThat(events().deleteBefore(bound, 1)).isEqualTo(1);
        assertThat(events().deleteBefore(bound, 9)).isEqualTo(1);
        assertThat(events().deleteBefore(bound, 9)).isZero();
    }

    private List<Attempt> attempts(@Nullable SessionId device, int limit) {
        return events().attempts(ADA, LOGIN, device, BEFORE, limit);
    }

    private List<Instant> times(@Nullable SessionId device) {
        return attempts(device, 9).stream().map(Attempt::at).toList();
    }

    private void append(
            String identifier, AuthEvent.Action action, AuthEvent.Result result, Origin origin, int second) {
        events().append(new AuthEvent(new AuthEventId(ids.next()), identifier, action, result, origin, at(second)));
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }
}
