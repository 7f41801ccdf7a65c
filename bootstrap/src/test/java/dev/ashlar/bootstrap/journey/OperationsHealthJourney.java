// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.operations.application.HealthWorkflow;
import dev.ashlar.operations.application.KpiWorkflow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the checks of a minute to incidents, key figures, jobs and metadata that administrators see. */
@JourneyTest
class OperationsHealthJourney {
    private static final String OPERATIONS = "/api/v1/operations";

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private HealthWorkflow checks;

    @Autowired
    private KpiWorkflow kpis;

    private Api admin;
    private JdbcClient psql;

    @BeforeEach
    void prepare() {
        admin = Api.at(port).demo("admin");
        psql = databases.database().psql();
    }

    @Test
    void anEventThatWasGivenUpOpensAnIncidentUntilItIsRetried() {
        checks.check();
        assertThat(status("database")).containsExactly("healthy");
        assertThat(status("events")).containsExactly("healthy");

        var event = giveUp();
        for (int minute = 0; minute < 3; minute++) {
            assertThat(incidents("open=true&limit=100")).doesNotContain("events");
            checks.check();
        }
        assertThat(incidents("open=true&limit=100")).contains("events");
        assertThat(status("events")).containsExactly("unhealthy");
        assertThat(admin.get(OPERATIONS + "/health/history?component=events&limit=1")
                        .is(200)
                        .json()
                        .at("/items/0/details")
                        .asString())
                .contains(event.toString());

        psql.sql("DELETE FROM kernel.event_publication").update();
        for (int minute = 0; minute < 3; minute++) {
            assertThat(incidents("open=true&limit=100")).contains("events");
            checks.check();
        }
        assertThat(incidents("open=true&limit=100")).doesNotContain("events");
        assertThat(incidents("open=false&limit=100")).contains("events");
    }

    @Test
    void pollingWritesNothing() {
        checks.check();
        long rows = rows();
        for (int poll = 0; poll < 5; poll++) {
            Api.at(port).get("/api/v1/health").is(200);
        }
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void keyFiguresAreThoseOfTheTables() {
        kpis.snapshot();
        var latest = admin.get(OPERATIONS + "/kpis/latest").is(200).json().at("/items");
        assertThat(latest.valueStream()
                        .filter(kpi -> kpi.at("/metric").asString().equals("identity.users"))
                        .filter(kpi -> kpi.at("/dimensions").asString().equals("role=admin"))
                        .map(kpi -> kpi.at("/value").asString()))
                .containsExactly(count("identity.users WHERE role = 'admin'") + ".0000");
        for (var total : List.of(
                List.of("identity.users", "identity.users"),
                List.of("commerce.orders", "commerce.orders"),
                List.of("mentoring.meetings", "mentoring.slots WHERE student_id IS NOT NULL"),
                List.of("publishing.articles", "publishing.posts WHERE deleted_at IS NULL"))) {
            assertThat(admin.get(OPERATIONS + "/kpis?metric=" + total.getFirst())
                            .is(200)
                            .json()
                            .at("/items/0/value")
                            .asString())
                    .as(total.getFirst())
                    .isEqualTo(count(total.getLast()) + ".0000");
        }
    }

    @Test
    void metadataIsKeptUnderItsVersion() {
        var path = OPERATIONS + "/system-metadata";
        var entry = Map.of("key", "support.phone", "value", Map.of("email", "help@x.example"), "description", "Shown.");
        var added = admin.post(path, entry).is(201);
        var one = added.header("Location");
        assertThat(admin.get(one).is(200).json().at("/value/email").asString()).isEqualTo("help@x.example");
        var body = "{\"value\": [1, 2.5, null], \"description\": \"Numbers.\"}";
        var changed =
                admin.send("PUT", one, body, "If-Match", added.header("ETag")).is(200);
        admin.send("PUT", one, body, "If-Match", added.header("ETag")).isProblem(412, "request.stale-version");
        assertThat(admin.get(path).is(200).json().at("/items/1/value/1").asDouble())
                .isEqualTo(2.5);
        admin.send("DELETE", one, null, "If-Match", changed.header("ETag")).is(204);
        admin.get(one).isProblem(404, "operations.metadata-not-found");
    }

    @Test
    void anEntryThatIsAddedAgainHasNoVersionOfTheFormerOne() {
        var path = OPERATIONS + "/system-metadata";
        var entry = Map.of("key", "support.again", "value", 1, "description", "Shown.");
        var former = admin.post(path, entry).is(201);
        var one = former.header("Location");
        admin.send("DELETE", one, null, "If-Match", former.header("ETag")).is(204);
        admin.post(path, entry).is(201);

        admin.send("DELETE", one, null, "If-Match", former.header("ETag")).isProblem(412, "request.stale-version");
        var present = admin.get(one, "If-None-Match", former.header("ETag")).is(200);
        admin.send("DELETE", one, null, "If-Match", present.header("ETag")).is(204);
    }

    private List<String> status(String component) {
        return Api.at(port)
                .get("/api/v1/health")
                .is(200)
                .json()
                .at("/components")
                .valueStream()
                .filter(found -> found.at("/component").asString().equals(component))
                .map(found -> found.at("/status").asString())
                .toList();
    }

    private List<String> incidents(String query) {
        return admin.get(OPERATIONS + "/incidents?" + query)
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(incident -> incident.at("/component").asString())
                .toList();
    }

    private UUID giveUp() {
        var id = UUID.randomUUID();
        psql.sql("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                            last_resubmission_date
                        )
                        VALUES (?, 'test.nobody', 'dev.ashlar.Nothing', '{}', now(), 'FAILED', 20, now())""").param(id).update();
        return id;
    }

    private long rows() {
        return count("operations.health_checks") + count("operations.incidents");
    }

    private long count(String fromWhere) {
        return psql.sql("SELECT count(*) FROM " + fromWhere).query(Long.class).single();
    }
}
