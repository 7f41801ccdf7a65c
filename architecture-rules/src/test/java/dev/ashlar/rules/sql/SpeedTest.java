// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.TestServer;
import dev.ashlar.rules.sql.expand.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rules over 300 statements. How long they take is printed, not asserted: a busy machine is no defect. */
class SpeedTest {
    private static final int MAPPERS = 50;

    @Test
    @Tag("exhaustive")
    void threeHundredStatements(@TempDir Path mappers) throws IOException {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, Files.readString(Path.of("src/test/resources/speed/speed.sql")));
        var template = Files.readString(Path.of("src/test/resources/speed/speed.xml"));
        for (int i = 0; i < MAPPERS; i++) {
            Files.writeString(
                    mappers.resolve("OrderMapper" + i + ".xml"), template.replace("NUMBER", String.valueOf(i)));
        }
        var project = Project.named("speed").mappers(mappers).database(database);

        var start = Instant.now();
        var report = Rulebook.standard().examine(project);
        System.out.println(report.verdicts().size() + " checks over " + Coverage.of(project) + ": "
                + Duration.between(start, Instant.now()));

        assertThat(Mappers.of(project).statements()).hasSize(300);
        assertThat(report.verdicts())
                .filteredOn(verdict -> verdict.rule().id().equals("prepared-statements"))
                .allMatch(verdict -> verdict.holds() && verdict.looked() == 300);
    }
}
