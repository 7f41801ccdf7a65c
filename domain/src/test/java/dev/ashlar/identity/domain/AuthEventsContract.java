package dev.ashlar.identity.domain;

import static dev.ashlar.identity.domain.AuthEvent.Action.LOGIN;
import static dev.ashlar.identity.domain.AuthEvent.Action.PASSWORD_RESET;
import static dev.ashlar.identity.domain.AuthEvent.Result.ATTEMPTED;
import static dev.ashlar.identity.domain.AuthEvent.Result.REFUSED;
import static dev.ashlar.identity.domain.AuthEvent.Result.SUCCEEDED;
import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.IdSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link AuthEvents}. */
public abstract class AuthEventsContract {
    private static final String ADA = Fingerprint.ofEmail("ada@example.org");
    private static final String BOB = Fingerprint.ofEmail("bob@example.org");
    private static final Instant BEFORE = NOW.minusSeconds(100);
    private final IdSource ids = IdSource.timeOrdered();

    protected abstract AuthEvents events();

    @Test
    void countsAttemptsOfOneIdentifierAndAction() {
        events().lock(ADA);
        append(ADA, LOGIN, ATTEMPTED, 1);
        append(ADA, LOGIN, ATTEMPTED, 2);
        append(ADA, LOGIN, REFUSED, 3);
        append(ADA, PASSWORD_RESET, ATTEMPTED, 4);
        append(BOB, LOGIN, ATTEMPTED, 5);
        assertThat(attempts(9)).containsExactly(at(2), at(1));
        assertThat(attempts(1)).containsExactly(at(2));
    }

    @Test
    void countsOnlyAfterTheGivenInstant() {
        append(ADA, LOGIN, ATTEMPTED, -100);
        append(ADA, LOGIN, ATTEMPTED, -99);
        assertThat(attempts(9)).containsExactly(at(-99));
    }

    @Test
    void countsOnlyAfterTheLastSuccessOfAnyKind() {
        append(ADA, LOGIN, ATTEMPTED, 1);
        append(BOB, LOGIN, SUCCEEDED, 9);
        assertThat(attempts(9)).hasSize(1);
        append(ADA, PASSWORD_RESET, SUCCEEDED, 2);
        append(ADA, LOGIN, ATTEMPTED, 3);
        assertThat(attempts(9)).containsExactly(at(3));
    }

    private List<Instant> attempts(int limit) {
        return events().attempts(ADA, LOGIN, BEFORE, limit);
    }

    private void append(String identifier, AuthEvent.Action action, AuthEvent.Result result, int second) {
        events().append(new AuthEvent(
                new AuthEventId(ids.next()), identifier, action, result, "192.0.2.7", at(second)));
    }

    private static Instant at(int second) {
        return NOW.plusSeconds(second);
    }
}
