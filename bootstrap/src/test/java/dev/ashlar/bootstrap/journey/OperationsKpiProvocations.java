// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

/** Refusals of key figures. */
final class OperationsKpiProvocations implements ContextProvocations {
    private final Api student;

    OperationsKpiProvocations(Stage stage) {
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(student, "GET /api/v1/operations/kpis", "GET /api/v1/operations/kpis/latest");
    }
}
