// SPDX-License-Identifier: Apache-2.0
package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.Profile;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The core finds the same defects, however the migrations are written. */
@Tag("exhaustive")
class LibraryRulebookTest {
    private static final List<String> DEFECTS = List.of(
            "foreign-keys-without-index public.loans.loans_book_id_fkey",
            "prepared-statements LoanMapper.extend",
            "string-substitution LoanMapper.byBorrower",
            "unbounded-result LoanMapper.overdue");
    private static final Path LIBRARY = Path.of("src/test/resources/com/example/library");

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "plain", "liquibase/db/changelog/master.xml"})
    void theCoreFindsTheDefects(String migrations) {
        var project = library()
                .changelogs(LIBRARY.resolve(migrations))
                .migrated(TestServer.emptyDatabase(), LIBRARY.resolve(migrations));

        assertThat(defects(project)).containsExactlyElementsOf(DEFECTS);
    }

    @Test
    void theHistoryOfFlywayInAnExistingDatabaseIsNobodysTable() {
        var database = TestServer.emptyDatabase();
        library().migrated(database, LIBRARY.resolve("flyway"));
        TestServer.run(database, """
                CREATE TABLE flyway_schema_history (
                    installed_rank int PRIMARY KEY,
                    version varchar(50),
                    description varchar(200) NOT NULL,
                    type varchar(20) NOT NULL,
                    script varchar(1000) NOT NULL,
                    checksum int,
                    installed_by varchar(100) NOT NULL,
                    installed_on timestamp NOT NULL DEFAULT now(),
                    execution_time int NOT NULL,
                    success boolean NOT NULL
                );
                CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success)
                """);

        assertThat(defects(library().database(database))).containsExactlyElementsOf(DEFECTS);
        assertThat(Rulebook.standard().examine(library().database(database)).verdicts())
                .flatExtracting(verdict -> verdict.violations())
                .noneSatisfy(violation -> assertThat(violation.toString()).contains("flyway"));
    }

    private static Project library() {
        return Project.named("Library")
                .sources(LIBRARY)
                .mappers(LIBRARY)
                .classes("com.example.library")
                .young();
    }

    private static List<String> defects(Project project) {
        return Rulebook.of(Profile.CORE).examine(project).verdicts().stream()
                .flatMap(verdict -> verdict.violations().stream()
                        .map(violation ->
                                verdict.rule().id() + " " + violation.place().element()))
                .sorted()
                .distinct()
                .toList();
    }
}
