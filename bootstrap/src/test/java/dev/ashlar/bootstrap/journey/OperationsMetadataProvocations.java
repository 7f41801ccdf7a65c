// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refusals of the system's metadata. */
final class OperationsMetadataProvocations implements ContextProvocations {
    private static final String ENTRIES = "/api/v1/operations/system-metadata";
    private static final String ONE = ENTRIES + "/{key}";
    private static final String STALE = "request.stale-version";

    private final Api admin;
    private final Api student;

    OperationsMetadataProvocations(Stage stage) {
        this.admin = stage.nobody().demo("admin");
        this.student = stage.nobody().demo("student");
    }

    @Override
    public Set<String> openFields() {
        return Set.of("POST " + ENTRIES + " /value", "PUT " + ONE + " /value");
    }

    @Override
    public void addTo(Provocations all) {
        all.addForAdministrators(
                        student, "GET " + ENTRIES, "POST " + ENTRIES, "GET " + ONE, "PUT " + ONE, "DELETE " + ONE)
                .addExamples(admin, "operations.metadata-not-found", "GET " + ONE, "PUT " + ONE, "DELETE " + ONE)
                .add("PUT " + ONE, STALE, () -> change("PUT", "{\"value\": 2, \"description\": \"Two.\"}"))
                .add("DELETE " + ONE, STALE, () -> change("DELETE", null))
                .add("POST " + ENTRIES, "operations.metadata-key-taken", () -> {
                    var entry = entry();
                    admin.post(ENTRIES, entry).is(201);
                    return admin.post(ENTRIES, entry);
                });
    }

    private Api.Answer change(String method, @Nullable String body) {
        var path = admin.post(ENTRIES, entry()).is(201).header("Location");
        return admin.send(method, path, body, "If-Match", "\"9\"");
    }

    private static Map<String, Object> entry() {
        return Map.of("key", "key-" + UUID.randomUUID(), "value", 1, "description", "A fact.");
    }
}
