// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

/** Refusals of the audit log. */
final class OperationsAuditProvocations implements ContextProvocations {
    private final Api student;

    OperationsAuditProvocations(Stage stage) {
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(student, "GET /api/v1/operations/audit-log");
    }
}
