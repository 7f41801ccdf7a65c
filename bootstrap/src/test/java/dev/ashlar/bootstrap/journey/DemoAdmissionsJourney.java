// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.seed.Seeding;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Demo data of admissions whose seed was broken off, and demo data that people have changed. */
@JourneyTest
@Tag("exhaustive")
class DemoAdmissionsJourney {
    /** Steps of the seed from the last to the first, undone in the database. */
    private static final List<String> UNDONE = List.of(
            "DELETE FROM admissions.discount_requests",
            "DELETE FROM admissions.application_events WHERE version > 0;"
                    + " UPDATE admissions.applications SET status = 'draft', version = 0",
            "DELETE FROM admissions.application_events; DELETE FROM admissions.applications",
            "UPDATE admissions.batches SET status = 'planned', version = 0",
            "DELETE FROM admissions.batches");

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private Seeding seeding;

    private JdbcClient psql;
    private Api student;

    @BeforeEach
    void logIn() {
        psql = databases.database().psql();
        student = Api.at(port).demo("student");
    }

    @Test
    void aSeedThatWasBrokenOffIsCompleted() throws SQLException {
        for (int steps = 0; steps <= UNDONE.size(); steps++) {
            undo(UNDONE.subList(0, steps));
            seeding.run(_ -> {});
            assertComplete();
        }
    }

    @Test
    void anApplicationThatWasWithdrawnStaysSo() throws SQLException {
        seeding.run(_ -> {});
        var application = Campus.APPLICATIONS + "/" + first(Campus.APPLICATIONS, "id");
        new Campus(Api.at(port)).withdraw(student, application).is(200);

        seeding.run(_ -> {});

        assertThat(student.get(Campus.APPLICATIONS + "?count=true")
                        .json()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        undo(UNDONE);
        seeding.run(_ -> {});
    }

    private void assertComplete() {
        assertThat(first(Campus.APPLICATIONS, "status")).isEqualTo("submitted");
        assertThat(first("/api/v1/discount-requests", "status")).isEqualTo("pending");
        assertThat(student.get("/api/v1/batches/" + first(Campus.APPLICATIONS, "batchId"))
                        .is(200)
                        .json()
                        .at("/status")
                        .asString())
                .isEqualTo("open");
    }

    private String first(String list, String field) {
        var items = student.get(list).is(200).json().at("/items");
        assertThat(items).hasSize(1);
        return items.at("/0/" + field).asString();
    }

    /** Runs the statements without the triggers that keep the history. */
    private void undo(List<String> steps) {
        psql.sql("SET session_replication_role = replica; " + String.join("; ", steps)
                        + "; RESET session_replication_role")
                .update();
    }
}
