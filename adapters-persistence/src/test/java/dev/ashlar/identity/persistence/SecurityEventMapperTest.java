// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.persistence;

import static dev.ashlar.identity.domain.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.ashlar.identity.application.SecurityEventFilter;
import dev.ashlar.identity.application.SecurityEventView;
import dev.ashlar.identity.domain.People;
import dev.ashlar.identity.domain.SecurityEvent;
import dev.ashlar.identity.domain.SecurityEventId;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.SecurityEvents;
import dev.ashlar.identity.domain.SecurityEventsContract;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "index ix_security_events_origin", test = "findsEarlierEventsOfAnAddressByAnIndex")
@Kills(mutant = "mapper SecurityEventMapper.events owner", test = "listsNewestFirstByAccountAndType")
class SecurityEventMapperTest extends SecurityEventsContract {
    private final IdSource ids = IdSource.timeOrdered();

    @Autowired
    private SecurityEventMapper events;

    @Autowired
    private UserMapper users;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FreshDatabase.Switch source;

    @Override
    protected SecurityEvents events() {
        return events;
    }

    @Test
    void findsEarlierEventsOfAnAddressByAnIndex() {
        QueryPlans.assertIndex(
                jdbc,
                "identity.security_events WHERE origin = 'x' AND created_at > now() AND type = 'request_refused' AND detail = 'x'",
                "ix_security_events_origin");
    }

    @Test
    void writesEachColumn() {
        var ada = person("ada");
        var admin = person("admin");
        var event = event(SecurityEventType.ROLE_CHANGED, ada, admin);
        events.append(event);
        assertThat(jdbc.sql("SELECT * FROM identity.security_events WHERE id = ?")
                        .param(event.id().value())
                        .query()
                        .singleRow())
                .containsEntry("type", "role_changed")
                .containsEntry("user_id", ada.value())
                .containsEntry("actor_id", admin.value())
                .containsEntry("detail", "student → expert")
                .containsEntry("origin", Fingerprint.ofSecret("192.0.2.7"))
                .containsEntry("created_at", Timestamp.from(NOW))
                .hasSize(7);
    }

    @Test
    void listsNewestFirstByAccountAndType() {
        var ada = person("ada");
        var bob = person("bob");
        var first = appended(event(SecurityEventType.ROLE_CHANGED, ada, bob));
        var second = appended(event(SecurityEventType.PASSWORD_CHANGED, ada, ada));
        var other = appended(event(SecurityEventType.ROLE_CHANGED, bob, ada));

        assertThat(found(ada, null, null)).containsExactly(second, first);
        assertThat(found(null, SecurityEventType.ROLE_CHANGED, null)).containsExactly(other, first);
        assertThat(found(null, null, second.value())).startsWith(first); // others of this class may be there already
        assertThat(events.events(new SecurityEventFilter(ada, SecurityEventType.ROLE_CHANGED), null, 9))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new SecurityEventView(
                        first,
                        SecurityEventType.ROLE_CHANGED,
                        ada,
                        bob,
                        "student → expert",
                        Fingerprint.ofSecret("192.0.2.7"),
                        NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE identity.security_events SET detail = NULL",
                "TRUNCATE identity.security_events",
                "DELETE FROM identity.security_events"
            })
    void refusesChangesAndEarlyDeletionEvenByTheOwner(String tampering) {
        var owner = source.database().psql();
        var id = UUID.randomUUID();
        owner.sql("INSERT INTO identity.security_events (id, type, created_at) VALUES (?, 'request_refused', now())")
                .param(id)
                .update();
        assertThatException().isThrownBy(() -> owner.sql(tampering).update()).withStackTraceContaining("append-only");
    }

    private List<SecurityEventId> found(
            @Nullable UserId userId, @Nullable SecurityEventType type, @Nullable UUID after) {
        return events.events(new SecurityEventFilter(userId, type), after, 9).stream()
                .map(SecurityEventView::id)
                .toList();
    }

    private SecurityEventId appended(SecurityEvent event) {
        events.append(event);
        return event.id();
    }

    private SecurityEvent event(SecurityEventType type, UserId userId, UserId actorId) {
        return new SecurityEvent(
                new SecurityEventId(ids.next()),
                type,
                userId,
                actorId,
                "student → expert",
                Fingerprint.ofSecret("192.0.2.7"),
                NOW);
    }

    private UserId person(String name) {
        var person = People.student(name);
        users.insert(person, People.PASSWORD_HASH);
        return person.id();
    }
}
