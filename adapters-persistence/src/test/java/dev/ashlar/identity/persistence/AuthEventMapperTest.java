// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.AuthEventId;
import dev.ashlar.identity.domain.AuthEvents;
import dev.ashlar.identity.domain.AuthEventsContract;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Timestamp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "index ix_auth_events_identifier_hash", test = "findsAttemptsOnAnAddressByAnIndex")
class AuthEventMapperTest extends AuthEventsContract {
    @Autowired
    private AuthEventMapper events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FreshDatabase.Switch source;

    @Override
    protected AuthEvents events() {
        return events;
    }

    @Test
    void findsAttemptsOnAnAddressByAnIndex() {
        QueryPlans.assertIndex(
                jdbc,
                "identity.auth_events WHERE identifier_hash = 'x' AND action = 'login' AND result = 'attempted' AND created_at > now()"
                        + " ORDER BY created_at DESC, id DESC LIMIT 9",
                "ix_auth_events_identifier_hash");
    }

    @Test
    void writesEachColumn() {
        var event = new AuthEvent(
                new AuthEventId(IdSource.timeOrdered().next()),
                Fingerprint.ofSecret("ada@example.org"),
                AuthEvent.Action.LOGIN,
                AuthEvent.Result.SUCCEEDED,
                new Origin("192.0.2.7", new SessionId(IdSource.timeOrdered().next())),
                NOW);
        events.append(event);
        assertThat(jdbc.sql("SELECT * FROM identity.auth_events WHERE id = ?")
                        .param(event.id().value())
                        .query()
                        .singleRow())
                .containsEntry("identifier_hash", Fingerprint.ofSecret("ada@example.org"))
                .containsEntry("action", "login")
                .containsEntry("result", "succeeded")
                .containsEntry("ip", "192.0.2.7")
                .containsEntry("device", event.origin().device().value())
                .containsEntry("created_at", Timestamp.from(NOW))
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE identity.auth_events SET ip = NULL",
                "DELETE FROM identity.auth_events",
                "TRUNCATE identity.auth_events"
            })
    void refusesChangesAndEarlyDeletionEvenByTheOwner(String tampering) {
        var owner = source.database().psql();
        owner.sql(
                        "INSERT INTO identity.auth_events (id, identifier_hash, action, created_at) VALUES (?, ?, 'login', now())")
                .param(UUID.randomUUID())
                .param(Fingerprint.ofSecret("ada@example.org"))
                .update();
        assertThatException().isThrownBy(() -> owner.sql(tampering).update()).withStackTraceContaining("append-only");
    }
}
