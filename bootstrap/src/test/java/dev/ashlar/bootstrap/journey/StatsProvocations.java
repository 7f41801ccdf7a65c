// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.UUID;

/** Refusals of statistics of AI. */
final class StatsProvocations implements ContextProvocations {
    private static final String STATS = "/api/v1/ai/stats";
    private static final String FORBIDDEN = "auth.forbidden";

    private final Api student;

    StatsProvocations(Stage stage) {
        student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.add("GET " + STATS, FORBIDDEN, () -> ofAnother(""))
                .add("GET " + STATS + "/series", FORBIDDEN, () -> ofAnother("/series"))
                .add("GET " + STATS + "/top-models", FORBIDDEN, () -> ofAnother("/top-models"))
                .addExamples(student, FORBIDDEN, "GET " + STATS + "/top-users");
    }

    private Api.Answer ofAnother(String path) {
        return student.get(STATS + path + "?userId=" + UUID.randomUUID());
    }
}
