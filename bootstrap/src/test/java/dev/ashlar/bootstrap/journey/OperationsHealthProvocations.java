// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

/** Refusals of health checks and incidents. */
final class OperationsHealthProvocations implements ContextProvocations {
    private static final String CLOSE = "POST /api/v1/operations/incidents/{id}/close";

    private final Api admin;
    private final Api student;

    OperationsHealthProvocations(Stage stage) {
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(
                        student, "GET /api/v1/operations/health/history", "GET /api/v1/operations/incidents", CLOSE)
                .addExamples(admin, "operations.incident-not-found", CLOSE);
    }
}
