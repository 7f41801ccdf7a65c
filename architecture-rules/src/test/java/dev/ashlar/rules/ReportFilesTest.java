// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that other programs read. */
class ReportFilesTest {
    private static final Path MAPPER = Path.of("src/main/resources/Order Mapper.xml");
    private static final Rule PAGED = Rule.of("paged", "Pages begin after the last row.")
            .because("rows are skipped")
            .mend("seek")
            .whole(Checkpoint.MAPPER, (project, findings) -> {
                findings.looked();
                findings.violation(Place.in(MAPPER, 9, 12, "OrderMapper.page"), "skips rows\u0001\nin SELECT 1 < 2");
                findings.violation(Place.in(MAPPER, 3, 4, "OrderMapper.list"), "skips rows");
                findings.violation(Place.of("shop.orders"), "has no key");
            });
    private static final Rule NAMED = Rule.of("named", "Names are long.")
            .because("short ones say nothing")
            .mend("rename")
            .core()
            .warning()
            .whole(Checkpoint.CATALOG, (project, findings) -> {
                findings.looked();
                findings.violation(Place.in(MAPPER, 0, 0, "OrderMapper"), "is short");
            });
    private static final Rule UNSEEN = Rule.of("unseen", "Nothing is unseen.")
            .because("dark")
            .mend("light")
            .whole(Checkpoint.CONFIGURATION, (project, findings) -> project.configurationDirectories());

    @TempDir
    private Path directory;

    @Test
    void sarifHoldsEachRuleOnce_andItsFindingsInOrder() throws IOException {
        var run = sarif(report()).path("runs").path(0);

        assertThat(run.at("/tool/driver/rules").findValuesAsString("id")).containsExactly("paged", "named", "unseen");
        assertThat(run.path("results"))
                .extracting(result -> result.path("ruleId").asString() + " "
                        + result.path("level").asString() + " "
                        + result.at("/locations/0/physicalLocation/region/startLine")
                                .asInt(0))
                .containsExactly("paged error 3", "paged error 9", "paged error 0", "named warning 0");
        assertThat(run.path("results"))
                .allSatisfy(result -> assertThat(run.at(
                                "/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id"))
                        .isEqualTo(result.path("ruleId")));
    }

    @Test
    void sarifNamesFilesRelativeToTheRootOfTheRepository() throws IOException {
        var artifact = sarif(report()).at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation");

        assertThat(artifact.path("uri").asString())
                .isEqualTo("architecture-rules/src/main/resources/Order%20Mapper.xml");
        assertThat(artifact.path("uriBaseId").asString()).isEqualTo("%SRCROOT%");
    }

    @Test
    void sarifSuppressesWhatTheBaselineHolds() throws IOException {
        var baseline = directory.resolve("baseline.txt");
        Files.writeString(baseline, "paged\t\tshop.orders\thas no key\n");

        var results = sarif(rulebook().examine(shop().baseline(baseline))).at("/runs/0/results");

        assertThat(results)
                .filteredOn(result -> result.has("suppressions"))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.at("/message/text").asString()).isEqualTo("has no key"));
    }

    @Test
    void sarifIsTheSameEachTime() throws IOException {
        var first = sarif(report());

        assertThat(sarif(report())).isEqualTo(first);
    }

    @Test
    void junitCountsFailuresAndWhatWasNotExamined() throws Exception {
        report().write(directory);

        var suite = xml().getDocumentElement();

        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("OrderMapper.list", "in SELECT 1 < 2");
    }

    @Test
    void junitShowsAWarningOfTheCoreAsSkipped_andAMendedFindingAsAFailure() throws Exception {
        var baseline = directory.resolve("baseline.txt");
        Files.writeString(baseline, "named\t\tOrderMapper\twas long\n");
        Rulebook.of(Profile.CORE)
                .only(rule -> false)
                .and(NAMED)
                .examine(shop().baseline(baseline))
                .write(directory);

        var suite = xml().getDocumentElement();

        assertThat(((Element) suite.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("warning: Names are long.");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("was long");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
    }

    private static Rulebook rulebook() {
        return Rulebook.of(PAGED, NAMED, UNSEEN);
    }

    private static Report report() {
        return rulebook().examine(shop());
    }

    private static Project shop() {
        return Project.named("Shop");
    }

    private JsonNode sarif(Report report) throws IOException {
        report.write(directory);
        return JsonMapper.shared().readTree(Files.readString(directory.resolve("rulebook.sarif")));
    }

    private Document xml() throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("TEST-rulebook.xml").toFile());
    }
}
