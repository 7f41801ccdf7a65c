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
