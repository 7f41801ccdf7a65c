// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report in the Static Analysis Results Interchange Format (SARIF) 2.1.0, which editors and hosts of repositories show. */
final class Sarif {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(NON_EMPTY))
            .build();

    private Sarif() {}

    record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    record Run(Tool tool, @JsonInclude(ALWAYS) List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, List<Descriptor> rules) {}

    record Descriptor(
            String id,
            Text shortDescription,
            Text fullDescription,
            Text help,
            Configuration defaultConfiguration,
            Properties properties) {}

    record Text(String text) {}

    record Configuration(String level) {}

    record Properties(List<String> tags) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            List<Suppression> suppressions) {}

    record Location(@Nullable PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    record PhysicalLocation(
            Artifact artifactLocation, @Nullable Region region) {}

    record Artifact(String uri, @Nullable String uriBaseId) {}

    record Region(int startLine, @Nullable Integer endLine) {}

    record LogicalLocation(String fullyQualifiedName) {}

    record Suppression(String kind, String justification) {}

    /** The text of the file. */
    static String of(Report report) {
        var rules = report.rulebook().rules();
        var results = new ArrayList<Result>();
        for (var verdict : report.verdicts()) {
            int index = rules.indexOf(verdict.rule());
            verdict.violations().forEach(violation -> results.add(result(verdict.rule(), index, violation, List.of())));
            var known = List.of(new Suppression("external", "Known: the baseline holds it."));
            verdict.known().forEach(violation -> results.add(result(verdict.rule(), index, violation, known)));
        }
        var driver = new Driver(
                "Ashlar rulebook", rules.stream().map(Sarif::descriptor).toList());
        return JSON.writeValueAsString(new Log(
                "https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", List.of(new Run(new Tool(driver), results))));
    }

    private static Descriptor descriptor(Rule rule) {
        return new Descriptor(
                rule.id(),
                new Text(rule.sentence()),
                new Text(rule.sentence() + " Why: " + rule.because()),
                new Text(rule.mend()),
                new Configuration(level(rule)),
                new Properties(List.of(rule.profile().name().toLowerCase(Locale.ROOT))));
    }

    private static String level(Rule rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT); // SARIF has the same words
    }

    private static Result result(Rule rule, int index, Violation violation, List<Suppression> suppressions) {
        var identity = (rule.id() + "\t" + violation.identity()).getBytes(UTF_8);
        return new Result(
                rule.id(),
                index,
                level(rule),
                new Text(violation.message()),
                List.of(new Location(
                        physical(violation.place()),
                        List.of(new LogicalLocation(violation.place().element())))),
                Map.of("rulebook/v1", UUID.nameUUIDFromBytes(identity).toString()),
                suppressions);
    }

    private static @Nullable PhysicalLocation physical(Place place) {
        var uri = place.uri();
        if (uri == null) {
            return null;
        }
        var region = place.line() == 0
                ? null
                : new Region(place.line(), place.lastLine() < place.line() ? null : place.lastLine());
        return new PhysicalLocation(new Artifact(uri.toString(), uri.isAbsolute() ? null : "%SRCROOT%"), region);
    }
}
