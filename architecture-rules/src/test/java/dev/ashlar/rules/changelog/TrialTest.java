// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
    private static final String CHANGELOG = """
            --liquibase formatted sql

            --changeset shop:001-create-schema
            CREATE SCHEMA shop;
            --rollback DROP SCHEMA shop;

            --changeset shop:001-create-orders
            COMMENT ON SCHEMA shop IS 'Orders';
            --rollback SELECT 1, 2;
            """;

    private static final String WITH_A_TABLE = CHANGELOG
            .replace("COMMENT ON SCHEMA shop IS 'Orders';", "CREATE TABLE shop.orders (number int NOT NULL);")
            .replace("SELECT 1, 2;", "DROP TABLE shop.orders;");

    @TempDir
    private Path directory;

    private Path changelog;
    private Path release;

    @BeforeEach
    void writeChangelog() throws IOException {
        release = Files.createDirectory(directory.resolve("release"));
        changelog =
                Files.createDirectories(directory.resolve("changelogs/shop")).resolve("001-create-orders.sql");
        Files.writeString(changelog, CHANGELOG);
    }

    @Test
    void triesReleasedChangesetsUnlessTheProjectSaysOtherwise() throws IOException {
        release();

        assertThat(failures(shop())).hasSize(1);
        assertThat(failures(shop().tryReleased(true))).hasSize(1);
        assertThat(failures(shop().tryReleased(false))).isEmpty();
    }

    /** Its way down fails only where there is a row. */
    @Test
    void triesReleasedChangesetsWithRowsUnlessTheProjectSaysOtherwise() throws IOException {
        Files.writeString(changelog, WITH_A_TABLE);
        Files.writeString(changelog.resolveSibling("002-number-orders.sql"), """
                --liquibase formatted sql

                --changeset shop:002-number-orders
                COMMENT ON TABLE shop.orders IS 'Orders';
                --rollback COMMENT ON TABLE shop.orders IS NULL;
                --rollback ALTER TABLE shop.orders ADD CHECK (number IS NULL), DROP CONSTRAINT orders_number_check;
                """);
        release();

        assertThat(failures(shop())).hasSize(1);
        assertThat(failures(shop().tryReleased(false))).isEmpty();
    }

    @Test
    void triesWhatIsNewWithRowsOfReleasedTables() throws IOException {
        Files.writeString(changelog, WITH_A_TABLE);
        release();
        Files.writeString(changelog.resolveSibling("002-check-orders.sql"), """
                --liquibase formatted sql

                --changeset shop:002-check-orders
                ALTER TABLE shop.orders ADD CONSTRAINT chk_orders_number CHECK (number IS NULL);
                --rollback ALTER TABLE shop.orders DROP CONSTRAINT chk_orders_number;
                """);

        assertThat(failures(shop().tryReleased(false))).hasSize(1);
    }

    /** It waits for the end of all transactions, those of the trial included. */
    @Test
    @Timeout(60)
    void triesAConcurrentIndexAfterReleasedChangesets() throws IOException {
        Files.writeString(changelog, WITH_A_TABLE);
        release();
        Files.writeString(changelog.resolveSibling("002-index-orders.sql"), """
                --liquibase formatted sql

                --changeset shop:002-index-orders runInTransaction:false
                CREATE INDEX CONCURRENTLY ix_orders_number ON shop.orders (number);
                --rollback DROP INDEX CONCURRENTLY shop.ix_orders_number;
                """);

        assertThat(failures(shop().tryReleased(false))).isEmpty();
    }

    @Test
    void triesWhatHasChangedSinceTheRelease() throws IOException {
        release();
        Files.writeString(changelog, CHANGELOG.replace("'Orders'", "'All orders'"));

        assertThat(failures(shop().tryReleased(false))).hasSize(1);
    }

    @Test
    void triesWhatIsNewSinceTheRelease() throws IOException {
        Files.writeString(changelog, CHANGELOG.substring(0, CHANGELOG.indexOf("--changeset shop:001-create-orders")));
        release();
        Files.writeString(changelog, CHANGELOG);

        assertThat(failures(shop().tryReleased(false))).hasSize(1);
    }

    /** It fails if it runs a second time, as statements do that only change rows. */
    @Test
    void runsAStatementThatCannotBeReadOnce() throws IOException {
        Files.writeString(
                changelog,
                CHANGELOG
                        .replace("COMMENT ON SCHEMA shop IS 'Orders';", "CREATE COLLATION shop.plain FROM \"C\";")
                        .replace("SELECT 1, 2;", "DROP COLLATION shop.plain;"));

        assertThat(failures(shop())).isEmpty();
    }

    private void release() throws IOException {
        var lines = Changelogs.of(shop()).stream()
                .map(changeset -> changeset.name() + " " + changeset.checksum())
                .collect(Collectors.joining("\n"));
        Files.writeString(release.resolve("changesets.txt"), lines);
    }

    private static Iterable<Trial.Failure> failures(Project project) {
        return Trial.of(project).failures();
    }

    private Project shop() {
        return Project.named("shop")
                .changelogs(directory.resolve("changelogs"))
                .release(release)
                .database(TestServer.emptyDatabase());
    }
}
