package dev.ashlar.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Report;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.RulebookPage;
import dev.ashlar.rules.java.Grid;
import dev.ashlar.rules.runtime.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ashlar against its own rulebook. */
class RulebookTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PERSISTENCE = ROOT.resolve("adapters-persistence/src/main/resources");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Report REPORT = Rulebook.standard().examine(ashlar());

    private static Project ashlar() {
        return Project.named("Ashlar")
                .sources(
                        ROOT.resolve("domain/src/main"),
                        ROOT.resolve("application/src/main"),
                        ROOT.resolve("adapters-persistence/src/main"),
                        ROOT.resolve("adapters-web/src/main"),
                        ROOT.resolve("bootstrap/src/main"))
                .mappers(PERSISTENCE)
                .mybatis(FreshMyBatis::configuration)
                .changelogs(PERSISTENCE.resolve("db/changelog"))
                .database(DATABASE.owner())
                .applicationRole("ashlar_app")
                .classes("dev.ashlar")
                .grid(Grid.of("dev.ashlar")
                        .domainMayUse("com.github.f4b6a3.uuid")
                        .terminal("dev.ashlar.bootstrap.cli"))
                .testClasses(
                        ROOT.resolve("domain/target/test-classes"),
                        ROOT.resolve("application/target/test-classes"),
                        ROOT.resolve("adapters-persistence/target/test-classes"),
                        ROOT.resolve("adapters-web/target/test-classes"),
                        ROOT.resolve("bootstrap/target/test-classes"))
                .configuration(ROOT.resolve("bootstrap/src/main/resources"))
                .recordings(ROOT.resolve("adapters-persistence").resolve(Recorder.DIRECTORY))
                .waive("4", "kernel.scheduled_tasks", "db-scheduler reads and writes its table itself")
                .nothingFor("80", "no table deletes softly yet")
                .nothingFor("25", "no table declares a scope yet")
                .nothingFor("39", "tokens are whole, and nothing else is counted in decimals yet")
                .nothingFor("77", "no context of Ashlar deletes softly yet")
                .nothingFor("78", "no context of Ashlar deletes softly yet");
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    /** The page is written to {@code target/rulebook/rulebook.md}; when it differs, copy it to {@code docs}. */
    @Test
    void thePageIsUpToDate() throws IOException {
        var fixtures = "architecture-rules/src/test/resources/fixtures";
        var page = RulebookPage.of(REPORT, "../" + fixtures, ROOT.resolve(fixtures));
        var written = Path.of("target/rulebook/rulebook.md");
        Files.createDirectories(written.getParent());
        Files.writeString(written, page);

        assertThat(ROOT.resolve("docs/rulebook.md"))
                .as("docs/rulebook.md is generated: cp bootstrap/target/rulebook/rulebook.md docs/")
                .hasContent(page);
    }

    @Test
    void everyRuleIsExamined() {
        assertThat(REPORT.verdicts())
                .filteredOn(verdict -> verdict.notExamined() != null && verdict.looked() == 0)
                .extracting(verdict -> verdict.rule().id() + ": " + verdict.notExamined())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> everyRuleHolds() {
        return REPORT.tests();
    }
}
