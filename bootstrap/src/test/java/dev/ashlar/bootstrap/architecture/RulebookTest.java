package dev.ashlar.bootstrap.architecture;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Report;
import dev.ashlar.rules.Rulebook;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
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
                .configuration(ROOT.resolve("bootstrap/src/main/resources"));
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @TestFactory
    Stream<DynamicNode> everyRuleHolds() {
        return REPORT.tests();
    }
}
