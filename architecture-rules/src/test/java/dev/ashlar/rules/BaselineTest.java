// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final Path MAPPER = Path.of("OrderMapper.xml");

    @TempDir
    private Path directory;

    private Path file = MAPPER;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("rulebook.txt");
    }

    @AfterEach
    void compareAgain() {
        System.clearProperty(Baseline.WRITE);
    }

    @Test
    void aMissingFileHoldsNothing() {
        var report = examine(breach(3, "page", "skips rows with OFFSET"));

        assertThat(report.broken()).hasSize(1);
        assertThat(report.mended()).isEmpty();
    }

    @Test
    void aFindingThatTheFileHoldsIsKnown_andFailsNothing() {
        write(breach(3, "page", "skips rows with OFFSET"));

        var verdict =
                examine(breach(3, "page", "skips rows with OFFSET")).verdicts().getFirst();

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.known()).hasSize(1);
    }

    @Test
    void aKnownFindingStaysKnown_whenLinesMoveAndAnotherVariantBreaksTheRuleToo() {
        write(breach(3, "page", "skips rows, see Order.java:12 line 4 Position: 22\nin [on] SELECT"));

        var report = examine(
                breach(41, "page", "skips rows, see Order.java:77 line 9 Position: 31\nin [on] SELECT"),
                breach(41, "page", "skips rows, see Order.java:77 line 9 Position: 31\nin [off] SELECT"));

        assertThat(report.broken()).isEmpty();
        assertThat(report.mended()).isEmpty();
    }

    @Test
    void aNewFindingFailsBesideAKnownOne() {
        write(breach(3, "page", "skips rows with OFFSET"));

        var report = examine(
                breach(3, "page", "skips rows with OFFSET"),
                breach(3, "page", "has no LIMIT"),
                breach(9, "list", "skips rows with OFFSET"));

        assertThat(report.broken())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.violations())
                        .extracting(Violation::message)
                        .containsExactly("has no LIMIT", "skips rows with OFFSET"));
    }

    @Test
    void aFindingThatIsGoneFailsUntilItsLineIsRemoved() {
        write(breach(3, "page", "skips rows with OFFSET"));

        var report = examine();

        assertThat(report.mended())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("paged\t").endsWith("page\tskips rows with OFFSET"));
        assertThatThrownBy(() -> runAll(report.tests()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Remove these lines from " + file);
    }

    @Test
    void aFindingOfACheckThatCannotRunIsNotGone() {
        write(breach(3, "page", "skips rows with OFFSET"));
        var notRun = rule((project, findings) -> {
            throw new NotGiven("mappers");
        });

        assertThat(Rulebook.of(notRun).examine(project()).mended()).isEmpty();
    }

    @Test
    void aRuleOfTheLibraryThatIsLeftOutKeepsItsLines_andOneThatIsUnknownDoesNot() throws IOException {
        var leftOut = Rulebook.standard().rules().getFirst().id();
        Files.write(file, List.of(leftOut + "\t\tshop.orders\thas no key", "no-such-rule\t\tshop.orders\thas no key"));

        assertThat(examine().mended()).containsExactly("no-such-rule\t\tshop.orders\thas no key");
    }

    @Test
    void theFileIsSortedAndHoldsEachFindingOnce() throws IOException {
        write(breach(9, "page", "b"), breach(8, "list", "a"), breach(3, "page", "a"), breach(5, "page", "a"));

        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .satisfies(lines -> assertThat(lines.getFirst()).startsWith("#"))
                .isSorted();
    }

    @Test
    void theOptionWritesTheFileAnew() throws IOException {
        write(breach(3, "page", "skips rows with OFFSET"));
        write();

        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    private void write(Violation... violations) {
        System.setProperty(Baseline.WRITE, "true");
        assertThat(examine(violations).broken()).isEmpty();
        System.clearProperty(Baseline.WRITE);
    }

    private Report examine(Violation... violations) {
        var rule = rule((project, findings) -> {
            findings.looked();
            List.of(violations).forEach(violation -> findings.violation(violation.place(), violation.message()));
        });
        return Rulebook.of(rule).examine(project());
    }

    private Project project() {
        return Project.named("Shop").baseline(file);
    }

    private static Rule rule(BiConsumer<Project, Findings> examination) {
        return Rule.of("paged", "Pages begin after the last row.")
                .because("slow")
                .mend("seek")
                .whole(Checkpoint.MAPPER, examination);
    }

    private static Violation breach(int line, String statement, String message) {
        return new Violation(Place.in(MAPPER, line, line + 2, statement), message);
    }

    private static void runAll(Stream<DynamicNode> nodes) throws Throwable {
        for (var node : nodes.filter(DynamicTest.class::isInstance).toList()) {
            ((DynamicTest) node).getExecutable().execute();
        }
    }
}
