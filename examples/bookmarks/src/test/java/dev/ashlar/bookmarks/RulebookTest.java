// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.java.Grid;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The context held against Ashlar's rulebook, its tables in a database without those of other contexts. */
class RulebookTest {
    private static final Path MAIN = Path.of("src/main");
    private static final TestDatabase DATABASE = TestDatabase.empty();

    @TestFactory
    Stream<DynamicNode> everyRuleHolds() {
        return Rulebook.standard()
                .tests(Project.named("Bookmarks")
                        .sources(MAIN)
                        .mappers(MAIN.resolve("resources"))
                        .mybatis(FreshMyBatis::configuration)
                        .changelogs(MAIN.resolve("resources/db/changelog"))
                        .migrated(DATABASE.owner(), Path.of("src/alone.yaml"))
                        .applicationRole("ashlar_app")
                        .classes("dev.ashlar.bookmarks")
                        .grid(Grid.of("dev.ashlar"))
                        .waive("layers", "Bookmarks", "The layer bootstrap is in ashlar.jar.")
                        .waive(
                                "reference-or-key",
                                "bookmarks.bookmarks.user_id",
                                "The schema identity is not in this database.")
                        .young());
    }

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }
}
