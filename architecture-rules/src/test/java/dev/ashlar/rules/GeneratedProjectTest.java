// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rules over mappers that MyBatis Generator wrote: tables without a schema, updates with a set of ifs, conditions made by callers. */
@Tag("exhaustive")
class GeneratedProjectTest {
    private static final Path TEMPLATES = Path.of("src/test/resources/generated");
    private static final int TABLES = 2;

    @TempDir
    private Path mappers;

    @Test
    void noCheckFails_andWhatIsNotExaminedIsToldOnce() throws IOException {
        var violations = Rulebook.standard().examine(project(TABLES)).verdicts().stream()
                .flatMap(verdict -> verdict.violations().stream())
                .toList();

        assertThat(violations)
                .filteredOn(violation -> violation.message().contains("the check itself fails"))
                .isEmpty();
        assertThat(told(violations, "syntax error"))
                .as("updates without anything to set, inserts without a column")
                .hasSize(2 * TABLES)
                .doesNotHaveDuplicates();
        assertThat(told(violations, "can become any text"))
                .as("statements with conditions that callers make")
                .hasSize(3 * TABLES)
                .doesNotHaveDuplicates();
        assertThat(told(violations, "cannot be parsed")).isEmpty();
    }

    /** The time of the core is printed, not asserted: a busy machine is no defect. */
    @Test
    void noCheckOfTheCoreFailsOverThirtyTables() throws IOException {
        var project = project(30);

        var start = Instant.now();
        var report = Rulebook.of(Profile.CORE).examine(project);
        System.out.println("core over 30 generated tables: " + Duration.between(start, Instant.now()));

        assertThat(report.verdicts())
                .flatExtracting(verdict -> verdict.violations())
                .isNotEmpty()
                .noneMatch(violation -> violation.toString().contains("the check itself fails"));
    }

    private static List<String> told(List<Violation> violations, String message) {
        return violations.stream()
                .filter(violation -> violation.message().contains(message))
                .map(violation -> violation.place().element())
                .toList();
    }

    private Project project(int tables) throws IOException {
        var database = TestServer.emptyDatabase();
        for (int i = 1; i <= tables; i++) {
            var number = String.valueOf(i);
            TestServer.run(database, read("schema.sql").replace("NUMBER", number));
            Files.writeString(
                    mappers.resolve("Order" + number + "Mapper.xml"),
                    read("OrderMapper.xml").replace("NUMBER", number));
        }
        return Project.named("generated").sources(mappers).mappers(mappers).database(database);
    }

    private static String read(String template) throws IOException {
        return Files.readString(TEMPLATES.resolve(template));
    }
}
