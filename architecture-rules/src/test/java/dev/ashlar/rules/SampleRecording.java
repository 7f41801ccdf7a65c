// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Recording on a page, which tells only what matters to the rule. The rest is of statements that ran in order. */
final class SampleRecording {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectNode IN_ORDER = read("""
            {"writes": false, "executions": 3, "outside": 0, "maxRows": 1, "unconditional": 0, "literal": null,
             "repeats": 1, "repeatedBy": "", "maxIdleMillis": 0, "branches": []}""");

    private SampleRecording() {}

    /** The recording with all values that the recorder writes. */
    static String complete(String page) {
        var recording = read("{\"plugins\": [], \"statements\": []}");
        recording.setAll(read(page));
        for (var statement : recording.get("statements")) {
            var told = statement.deepCopy();
            ((ObjectNode) statement).setAll(IN_ORDER);
            ((ObjectNode) statement).setAll((ObjectNode) told);
        }
        return recording.toString();
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
