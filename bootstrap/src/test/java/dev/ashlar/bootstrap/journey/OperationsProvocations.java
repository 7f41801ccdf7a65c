// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** Refusals of operations. */
final class OperationsProvocations implements ContextProvocations {
    private static final String LIST = "GET /api/v1/operations/events";
    private static final String RETRY = "POST /api/v1/operations/events/{id}/retry";

    private final Api admin;
    private final Api student;
    private final FreshDatabase.Switch databases;

    OperationsProvocations(Stage stage) {
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
        this.databases = stage.databases();
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(student, LIST, RETRY)
                .addExamples(admin, "request.not-found", RETRY)
                .add(RETRY, "request.conflict", this::retryWhatIsOnItsWay);
    }

    private Api.Answer retryWhatIsOnItsWay() {
        var id = UUID.randomUUID();
        try (var connection = databases.database().owner().getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO kernel.event_publication (
                            id, listener_id, event_type, serialized_event, publication_date, last_resubmission_date
                        )
                        VALUES (?, 'test.nobody', 'dev.ashlar.Nothing', '{}', now(), now())""")) {
            statement.setObject(1, id);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return admin.post("/api/v1/operations/events/" + id + "/retry", Map.of());
    }
}
