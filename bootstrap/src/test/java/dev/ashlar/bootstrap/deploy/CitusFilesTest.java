// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The steps for Citus: the schemas that they distribute are Ashlar's, and have no trigger that leaves them. */
class CitusFilesTest {
    private static final Pattern DISTRIBUTED = Pattern.compile("citus_schema_distribute\\('(\\w+)'\\)");
    private static final Path CHANGELOGS = Path.of("../adapters-persistence/src/main/resources/db/changelog");

    @Test
    void distributeSchemasWithoutAuditedTables() throws IOException {
        assertThat(distributed())
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(changelogs(CHANGELOGS.resolve(schema)))
                        .contains("CREATE SCHEMA " + schema)
                        .doesNotContain("kernel.audit("));
    }

    private static List<String> distributed() throws IOException {
        return DISTRIBUTED
                .matcher(Files.readString(DeployFiles.DIRECTORY.resolve("citus/distribute.sql")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String changelogs(Path context) throws IOException {
        try (var files = Files.list(context)) {
            return files.map(CitusFilesTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path changelog) {
        try {
            return Files.readString(changelog);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
