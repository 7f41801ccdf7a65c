// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangelogsTest {
    private static final Path LIBRARY = Path.of("src/test/resources/com/example/library");
    private static final Path MASTER = LIBRARY.resolve("liquibase/db/changelog/master.xml");

    @TempDir
    private Path directory;

    @Test
    void filesOfFlywayRunByVersion_thenTheRepeatableOnes_andUndoNever() {
        assertThat(of(LIBRARY.resolve("flyway")))
                .extracting(Changeset::name)
                .containsExactly(
                        "V1__create_books.sql", "V2__create_loans.sql", "V10__add_due_date.sql", "R__overdue.sql");
    }

    @Test
    void versionsAreComparedNumberByNumber() throws IOException {
        for (var name : List.of("V1.10__c.sql", "V1_9__b.sql", "V2__d.sql", "V1__a.sql", "0.sql")) {
            Files.writeString(directory.resolve(name), "SELECT 1;");
        }

        assertThat(of(directory))
                .extracting(Changeset::name)
                .containsExactly("0.sql", "V1__a.sql", "V1_9__b.sql", "V1.10__c.sql", "V2__d.sql");
    }

    @Test
    void aPlainFileIsOneChangesetWithItsLines() {
        var dueDate = of(LIBRARY.resolve("plain")).get(1);

        assertThat(dueDate.place()).hasToString(LIBRARY.resolve("plain/02-due-date.sql") + ":1 02-due-date.sql");
        assertThat(dueDate.does(Action.CreateIndex.class)).isTrue();
        assertThat(dueDate.statements())
                .extracting(statement -> statement.place().line())
                .containsExactly(1, 3);
        assertThat(dueDate.transactional()).isFalse();
        assertThat(dueDate.rollbackGiven()).isFalse();
    }

    @Test
    void changesInXmlAndYamlAreReadAsTheSqlThatTheyBecome_fromWhereverTheyAreIncluded() {
        var changesets = of(MASTER);

        assertThat(changesets).extracting(Changeset::id).containsExactly("1", "2", "3", "4", "5");
        assertThat(changesets.get(1).does(Action.CreateTable.class)).isTrue();
    }

    @Test
    void changesetsInXmlAndYamlHaveTheirLines() {
        assertThat(of(MASTER).subList(0, 4))
                .extracting(changeset -> changeset.place().file().getFileName() + " "
                        + changeset.place().line() + "-" + changeset.place().lastLine())
                .containsExactly("tables.xml 5-14", "tables.xml 16-29", "due-date.yaml 2-11", "due-date.yaml 12-21");
    }

    @Test
    void aChangeThatLiquibaseCanTakeBackNeedsNoRollback() {
        assertThat(of(MASTER)).extracting(Changeset::rollbackGiven).containsExactly(true, true, true, true, false);
        assertThat(of(MASTER).get(3).rollback())
                .singleElement()
                .satisfies(statement -> assertThat(statement.text()).contains("DROP INDEX loans_due_on"));
    }

    @Test
    void aDirectoryWithSeveralRootsAsksForOneOfThem() throws IOException {
        Files.writeString(directory.resolve("a.xml"), "<databaseChangeLog/>");
        Files.writeString(directory.resolve("b.xml"), "<databaseChangeLog/>");

        assertThatThrownBy(() -> of(directory))
                .isInstanceOf(CannotTell.class)
                .hasMessageContaining("name the root itself");
    }

    private static List<Changeset> of(Path changelogs) {
        return Changelogs.of(Project.named("Library").changelogs(changelogs));
    }
}
