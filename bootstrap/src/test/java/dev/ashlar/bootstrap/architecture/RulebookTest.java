package dev.ashlar.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Report;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.RulebookPage;
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
                .testClasses(
                        ROOT.resolve("domain/target/test-classes"),
                        ROOT.resolve("application/target/test-classes"),
                        ROOT.resolve("adapters-persistence/target/test-classes"),
                        ROOT.resolve("adapters-web/target/test-classes"),
                        ROOT.resolve("bootstrap/target/test-classes"))
                .configuration(ROOT.resolve("bootstrap/src/main/resources"))
                .nothingFor("51", "no query reads a table twice yet")
                .nothingFor("55", "no two tables have a junction yet")
                .nothingFor("79", "no context of Ashlar deletes softly yet")
                .nothingFor("83", "no statement takes an order or a column as a parameter yet")
                .nothingFor("leading-wildcard", "nothing is searched for by a pattern yet")
                .nothingFor("not-in-nullable", "no query excludes by a subquery");
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
