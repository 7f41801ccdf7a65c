// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.rules.files.TextFiles;
import dev.ashlar.rules.sql.expand.Mappers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.TestAbortedException;

/**
 * All verdicts on one project.
 *
 * {@snippet :
 * var report = Rulebook.standard().examine(project);
 * assertThat(report.broken()).isEmpty();
 * assertThat(report.idleWaivers()).isEmpty();
 * }
 *
 * @param rulebook the rules that were held against it
 * @param project the project
 * @param verdicts one for each check of each rule, in the order of the rulebook
 * @param mended lines of the project's baseline whose finding is gone
 */
public record Report(Rulebook rulebook, Project project, List<Verdict> verdicts, List<String> mended) {
    public Report {
        verdicts = List.copyOf(verdicts);
        mended = List.copyOf(mended);
    }

    /** Returns the verdicts that do not hold, without those that the rulebook tolerates. */
    public List<Verdict> broken() {
        return verdicts.stream()
                .filter(verdict -> !verdict.holds() && !rulebook.tolerates(verdict.rule()))
                .toList();
    }

    /**
     * Writes the findings for other programs to read, in the order of the rulebook: {@code rulebook.sarif} in SARIF 2.1.0 and
     * {@code TEST-rulebook.xml} in the form of JUnit.
     */
    public void write(Path directory) {
        TextFiles.write(directory.resolve("rulebook.sarif"), Sarif.of(this));
        TextFiles.write(directory.resolve("TEST-rulebook.xml"), JUnitXml.of(this));
    }

    /** Waivers that were needed, each once. */
    public List<Waiver> waivers() {
        return verdicts.stream()
                .flatMap(verdict -> verdict.waived().stream())
                .distinct()
                .toList();
    }

    /**
     * Waivers that waive nothing, though every check of their rule looked, and those of rules that do not exist. A waiver at a
     * statement that was not recorded waits for its recording, and one of a rule of the library for a rulebook with the rule.
     */
    public List<Waiver> idleWaivers() {
        var needed = waivers();
        return project.waivers().stream()
                .filter(waiver -> !needed.contains(waiver) && !rulebook.leavesOut(waiver.rule()))
                .filter(waiver -> verdicts.stream()
                        .filter(verdict -> verdict.rule().id().equals(waiver.rule()))
                        .noneMatch(verdict -> mayMiss(verdict, waiver)))
                .toList();
    }

    private boolean mayMiss(Verdict verdict, Waiver waiver) {
        return verdict.notExamined() != null
                || (verdict.check().at() == Checkpoint.RUNTIME
                        && verdict.places().stream().noneMatch(waiver::standsAt)
                        && Mappers.of(project).statements().stream()
                                .anyMatch(statement -> waiver.standsAt(statement.place())));
    }

    /** Returns a test for each check, by checkpoint, and one for the waivers. */
    public Stream<DynamicNode> tests() {
        var byCheckpoint = verdicts.stream()
                .collect(groupingBy(verdict -> verdict.check().at(), LinkedHashMap::new, Collectors.toList()));
        var nodes = new ArrayList<DynamicNode>();
        byCheckpoint.forEach((checkpoint, all) ->
                nodes.add(dynamicContainer(checkpoint.name(), all.stream().map(this::test))));
        nodes.add(dynamicTest("waivers waive something", () -> {
            if (!idleWaivers().isEmpty()) {
                throw new AssertionError("These waivers waive nothing, remove them:\n"
                        + idleWaivers().stream().map(Waiver::toString).collect(Collectors.joining("\n")));
            }
        }));
        nodes.add(dynamicTest("the baseline holds nothing that is mended", () -> {
            if (!mended.isEmpty()) {
                throw new AssertionError("Remove these lines from "
                        + project.exemptions().baseline() + ", their findings are gone:\n" + String.join("\n", mended));
            }
        }));
        return nodes.stream();
    }

    private DynamicNode test(Verdict verdict) {
        var name = verdict.rule().id() + " " + verdict.rule().sentence();
        return dynamicTest(name + remark(verdict), () -> {
            if (!verdict.holds() && rulebook.tolerates(verdict.rule())) {
                throw new TestAbortedException(verdict.explanation());
            }
            if (!verdict.holds()) {
                throw new AssertionError(verdict.explanation());
            }
        });
    }

    private static String remark(Verdict verdict) {
        if (verdict.notExamined() != null) {
            return " (" + verdict.notExamined() + ")";
        }
        return verdict.known().isEmpty()
                ? ""
                : " (known findings: " + verdict.known().size() + ")";
    }
}
