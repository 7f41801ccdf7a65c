// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;

/** Refusals of sync. */
final class SyncProvocations implements ContextProvocations {
    private static final String SYNC = "/api/v1/operations/sync";
    private static final String START = "POST " + SYNC + "/{source}";
    private static final String ONE = "GET " + SYNC + "/runs/{id}";

    private final Api admin;
    private final Api student;

    SyncProvocations(Stage stage) {
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(student, START, "GET " + SYNC + "/runs", ONE)
                .addExamples(admin, "sync.run-not-found", ONE)
                .add(START, "sync.run-open", this::startTwice);
    }

    private Api.Answer startTwice() {
        admin.post(SYNC + "/mrtest", Map.of());
        return admin.post(SYNC + "/mrtest", Map.of());
    }
}
