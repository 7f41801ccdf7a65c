// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Set;

/** Refusals of the log of requests. */
final class OperationsRequestLogProvocations implements ContextProvocations {
    private static final String LOG = "GET /api/v1/operations/api-requests";

    private final Api student;

    OperationsRequestLogProvocations(Stage stage) {
        this.student = stage.nobody().demo("student");
    }

    @Override
    public Set<String> logs() {
        return Set.of("operations.api_requests");
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(student, LOG, LOG + "/stats");
    }
}
