// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report in the Static Analysis Results Interchange Format (SARIF) 2.1.0, which editors and hosts of repositories show. */
final class Sarif {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Sarif() {}

    /** Returns the text of the file. */
    static String of(Report report) {
        var log = JSON.createObjectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        var run = log.putArray("runs").addObject();
        var driver = run.putObject("tool").putObject("driver").put("name", "Ashlar rulebook");
        var rules = report.rulebook().rules();
        var descriptors = driver.putArray("rules");
        rules.forEach(rule -> describe(rule, descriptors.addObject()));
        var results = run.putArray("results");
        for (var verdict : report.verdicts()) {
            int index = rules.indexOf(verdict.rule());
            verdict.violations().forEach(violation -> tell(verdict.rule(), index, violation, results.addObject()));
            verdict.known().forEach(violation -> {
                var known = results.addObject();
                tell(verdict.rule(), index, violation, known);
                known.putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("justification", "Known: the baseline holds it.");
            });
        }
        return JSON.writeValueAsString(log);
    }

    private static void describe(Rule rule, ObjectNode descriptor) {
        descriptor.put("id", rule.id());
        descriptor.putObject("shortDescription").put("text", rule.sentence());
        descriptor.putObject("fullDescription").put("text", rule.sentence() + " Why: " + rule.because());
        descriptor.putObject("help").put("text", rule.mend());
        descriptor.putObject("defaultConfiguration").put("level", level(rule));
        descriptor
                .putObject("properties")
                .putArray("tags")
                .add(rule.profile().name().toLowerCase(Locale.ROOT));
    }

    private static String level(Rule rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT); // SARIF has the same words
    }

    private static void tell(Rule rule, int index, Violation violation, ObjectNode result) {
        result.put("ruleId", rule.id()).put("ruleIndex", index).put("level", level(rule));
        result.putObject("message").put("text", violation.message());
        var location = result.putArray("locations").addObject();
        place(violation.place(), location);
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", violation.place().element());
        var identity = (rule.id() + "\t" + violation.identity()).getBytes(UTF_8);
        result.putObject("partialFingerprints")
                .put("rulebook/v1", UUID.nameUUIDFromBytes(identity).toString());
    }

    private static void place(Place place, ObjectNode location) {
        var uri = place.uri();
        if (uri == null) {
            return;
        }
        var physical = location.putObject("physicalLocation");
        var artifact = physical.putObject("artifactLocation").put("uri", uri.toString());
        if (!uri.isAbsolute()) {
            artifact.put("uriBaseId", "%SRCROOT%");
        }
        if (place.line() > 0) {
            var region = physical.putObject("region").put("startLine", place.line());
            if (place.lastLine() >= place.line()) {
                region.put("endLine", place.lastLine());
            }
        }
    }
}
