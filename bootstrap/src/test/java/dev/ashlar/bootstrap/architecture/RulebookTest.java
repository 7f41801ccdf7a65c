// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Report;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.RulebookPage;
import dev.ashlar.rules.changelog.Release;
import dev.ashlar.rules.java.Grid;
import dev.ashlar.rules.runtime.Recorder;
import dev.ashlar.rules.sql.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Ashlar against its own rulebook. */
class RulebookTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PERSISTENCE = ROOT.resolve("adapters-persistence/src/main/resources");
    private static final String DB_SCHEDULER = "The table is as db-scheduler wants it; only db-scheduler writes it.";
    private static final String MODULITH = "The table is as Spring Modulith's registry of events wants it.";
    private static final Path RELEASE = ROOT.resolve("docs/release");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Report REPORT = Rulebook.standard().examine(ashlar());

    private static Project ashlar() {
        return Project.named("Ashlar")
                .sources(
                        ROOT.resolve("domain/src/main"),
                        ROOT.resolve("application/src/main"),
                        ROOT.resolve("adapters-persistence/src/main"),
                        ROOT.resolve("adapters-web/src/main"),
                        ROOT.resolve("demo/src/main"),
                        ROOT.resolve("bootstrap/src/main"))
                .mappers(PERSISTENCE)
                .mybatis(FreshMyBatis::configuration)
                .changelogs(PERSISTENCE.resolve("db/changelog"))
                .database(DATABASE.owner())
                .applicationRole("ashlar_app")
                .classes("dev.ashlar")
                .grid(Grid.of("dev.ashlar")
                        .domainMayUse("com.github.f4b6a3.uuid", "javax.crypto..", "org.dmfs.rfc5545..")
                        .applicationMayUse(
                                "org.springframework.core.annotation",
                                "org.springframework.scheduling.annotation",
                                "org.springframework.transaction")
                        .terminal("dev.ashlar.bootstrap.cli"))
                .testClasses(
                        ROOT.resolve("domain/target/test-classes"),
                        ROOT.resolve("application/target/test-classes"),
                        ROOT.resolve("adapters-persistence/target/test-classes"),
                        ROOT.resolve("adapters-web/target/test-classes"),
                        ROOT.resolve("bootstrap/target/test-classes"))
                .configuration(ROOT.resolve("bootstrap/src/main/resources"))
                .waive("row-timestamps", "kernel.scheduled_tasks", DB_SCHEDULER)
                .waive("timestamp-style", "kernel.scheduled_tasks", DB_SCHEDULER)
                .waive("text-length", "kernel.scheduled_tasks", DB_SCHEDULER)
                .waive(
                        "row-timestamps",
                        "kernel.idempotency_keys",
                        "A key and its answer are written in one transaction, so created_at is when both happened.")
                .waive(
                        "status-enum",
                        "kernel.idempotency_keys.status",
                        "The status of an HTTP answer, which is a number.")
                .waive("plural-table-names", "kernel.event_publication", MODULITH)
                .waive("row-timestamps", "kernel.event_publication", MODULITH)
                .waive("timestamp-style", "kernel.event_publication", MODULITH)
                .waive("most-specific-type", "kernel.event_publication", MODULITH)
                .waive("status-enum", "kernel.event_publication", MODULITH)
                .release(RELEASE)
                .tryReleased(Boolean.getBoolean("exhaustive"))
                .nothingFor("expand-then-contract", "no table or column has been dropped yet")
                .nothingFor("narrowing-column-type", "no column has changed its type yet")
                .nothingFor("not-null-in-steps", "no column has become NOT NULL yet")
                .nothingFor("enum-labels-appended", "no enum has got another label yet")
                .nothingFor("enum-label-removal", "no enum has lost a label yet")
                .nothingFor("adding-not-nullable-field", "no column has become NOT NULL yet")
                .nothingFor("disallowed-unique-constraint", "no key has been added to a table in use yet")
                .recordings(ROOT.resolve("adapters-persistence").resolve(Recorder.DIRECTORY))
                .nothingFor("not-in-nullable", "no query excludes by a subquery");
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    /** The page is written to {@code target/rulebook/rulebook.md}; when it differs, copy it to {@code docs}. */
    @Test
    void thePageIsUpToDate() throws IOException {
        var page = RulebookPage.of(REPORT, "rules");
        var written = Path.of("target/rulebook/rulebook.md");
        Files.createDirectories(written.getParent());
        Files.writeString(written, page);

        assertThat(ROOT.resolve("docs/rulebook.md"))
                .as("docs/rulebook.md is generated: cp bootstrap/target/rulebook/rulebook.md docs/")
                .hasContent(page);
    }

    /** Writes the share of the statements that the rules have seen to {@code target/rulebook/coverage.txt}. */
    @Test
    void theCoverageIsReported() throws IOException {
        var coverage = Coverage.of(REPORT.project()).toString();
        var written = Path.of("target/rulebook/coverage.txt");
        Files.createDirectories(written.getParent());
        Files.writeString(written, coverage);

        assertThat(coverage).contains("statements", "variants");
    }

    /** For servers of continuous integration: {@code target/rulebook/rulebook.sarif} and {@code TEST-rulebook.xml}. */
    @Test
    void theFindingsAreWrittenForOtherPrograms() {
        var directory = Path.of("target/rulebook");
        REPORT.write(directory);

        assertThat(directory.resolve("rulebook.sarif")).content().contains("\"version\" : \"2.1.0\"");
        assertThat(directory.resolve("TEST-rulebook.xml")).content().contains("name=\"Ashlar\"");
    }

    /** With {@code -Drelease=true}, when a release is made: what the next one may not change is written down. */
    @Test
    @EnabledIfSystemProperty(named = "release", matches = "true")
    void theReleaseIsWrittenDown() {
        Release.record(ashlar(), RELEASE);
        assertThat(RELEASE.resolve("changesets.txt")).content().contains("kernel:001-create-schema 9:");
    }

    @Test
    void everyRuleIsExamined() {
        assertThat(REPORT.verdicts())
                .filteredOn(verdict -> verdict.notExamined() != null)
                .filteredOn(verdict -> verdict.notExamined().startsWith("the project names no "))
                .extracting(verdict -> verdict.rule().id() + ": " + verdict.notExamined())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> everyRuleHolds() {
        return REPORT.tests();
    }
}
