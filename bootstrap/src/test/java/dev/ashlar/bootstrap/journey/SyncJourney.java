// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.catalogue.FakeCatalogue;
import dev.ashlar.bootstrap.catalogue.FakeItem;
import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.sync.application.SyncWorkflow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An administrator pulls catalogues, and a student reads what they list. */
@JourneyTest
class SyncJourney {
    private static final String SYNC = "/api/v1/operations/sync";
    private static final String COURSES = "/api/v1/catalogue/courses?limit=100";

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private SyncWorkflow workflow;

    @Autowired
    private FakeCatalogue catalogue;

    @Autowired
    private List<HealthProbe> probes;

    private Api admin;
    private Api student;
    private JdbcClient psql;

    @BeforeEach
    void logIn() {
        admin = Api.at(port).demo("admin");
        student = Api.at(port).demo("student");
        psql = databases.database().psql();
        psql.sql("DELETE FROM sync.sync_runs").update();
        catalogue.order("!page 10");
    }

    @Test
    void followsACatalogueFromRunToRun() {
        var started = admin.post(SYNC + "/mrlearn", Map.of()).is(202);
        var path = started.header("Location");
        assertThat(started.json().at("/outcome").asString()).isEqualTo("pulling");
        admin.post(SYNC + "/mrlearn", Map.of()).is(409);
        student.post(SYNC + "/mrlearn", Map.of()).is(403);
        student.get(path).is(403);
        finish();

        var run = admin.get(path).is(200).json();
        assertThat(run.at("/outcome").asString()).isEqualTo("succeeded");
        assertThat(run.at("/counts/pages").asInt()).isEqualTo(3);
        assertThat(run.at("/counts/changed").asInt()).isEqualTo(30);
        assertThat(admin.get(SYNC + "/runs").is(200).json().at("/items/0")).isEqualTo(run);
        assertThat(courses()).hasSize(30);

        catalogue.remove(FakeCatalogue.COURSES, "course-0001");
        change("course-0002", 3, "Newer");
        assertThat(pull("mrlearn").at("/counts/gone").asInt()).isEqualTo(1);
        assertThat(courses()).hasSize(29);
        assertThat(title("course-0002")).isEqualTo("Newer");

        change("course-0002", 2, "Older");
        change("course-0001", 1, "Back again");
        var last = pull("mrlearn");
        assertThat(last.at("/counts/changed").asInt()).isZero();
        assertThat(last.at("/counts/gone").asInt()).isZero();
        assertThat(courses()).hasSize(30);
        assertThat(title("course-0002")).isEqualTo("Newer");
    }

    @Test
    void goesOnWhereTheCatalogueFailed() {
        admin.post(SYNC + "/mrtest", Map.of()).is(202);
        assertThat(workflow.step()).isEqualTo(1);
        int asked = catalogue.requests().size();
        for (var fault : new String[] {"!error 503", "!broken 1"}) {
            catalogue.order(fault);
            finish();
            var run = admin.get(SYNC + "/runs").json().at("/items/0");
            assertThat(run.at("/outcome").asString()).isEqualTo("pulling");
            assertThat(run.at("/counts/pages").asInt()).isEqualTo(1);
            assertThat(run.at("/detail").asString()).isNotEmpty();
            psql.sql("UPDATE sync.sync_runs SET due_at = now()").update();
        }
        catalogue.order("!page 10");
        finish();

        assertThat(catalogue.requests().subList(asked, catalogue.requests().size()))
                .containsExactly("tests after test-0010", "tests after test-0010", "tests after test-0010");
        assertThat(admin.get(SYNC + "/runs").json().at("/items/0/outcome").asString())
                .isEqualTo("succeeded");
        var page = student.get("/api/v1/catalogue/tests?limit=15").is(200).json();
        assertThat(page.at("/items")).hasSize(15);
        assertThat(student.get("/api/v1/catalogue/tests?limit=15&cursor="
                                + page.at("/nextCursor").asString())
                        .is(200)
                        .json()
                        .at("/items"))
                .hasSize(5);
    }

    @Test
    void isUnhealthyAfterThreeFailedRunsUntilOneSucceeds() {
        psql.sql("""
                        INSERT INTO sync.sync_runs (id, source, outcome, detail, created_at, updated_at)
                        SELECT
                            gen_random_uuid(), 'mrtest', 'failed', 'The catalogue answered with status 401.',
                            now() - n * INTERVAL '1 hour', now()
                        FROM generate_series(1, 3) AS n""").update();
        assertThat(health().status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(health().details()).contains("mrtest", "status 401");
        pull("mrtest");
        assertThat(health()).isEqualTo(HealthResult.HEALTHY);
    }

    private HealthResult health() {
        return probes.stream()
                .filter(probe -> probe.component().equals("catalogues"))
                .findAny()
                .orElseThrow()
                .check();
    }

    private JsonNode pull(String source) {
        var path = admin.post(SYNC + "/" + source, Map.of()).is(202).header("Location");
        finish();
        return admin.get(path).is(200).json();
    }

    private void finish() {
        while (workflow.step() > 0) {
            // The condition makes the step.
        }
    }

    private void change(String id, long version, String title) {
        catalogue.put(FakeCatalogue.COURSES, FakeItem.of(id, title).with(version, title));
    }

    private JsonNode courses() {
        return student.get(COURSES).is(200).json().at("/items");
    }

    private String title(String id) {
        for (var course : courses()) {
            if (course.at("/externalId").asString().equals(id)) {
                return course.at("/title").asString();
            }
        }
        throw new AssertionError("Not listed: " + id);
    }
}
