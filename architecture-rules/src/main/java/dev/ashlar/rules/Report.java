package dev.ashlar.rules;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.rules.sql.Mappers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

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
 */
public record Report(Rulebook rulebook, Project project, List<Verdict> verdicts) {
    public Report {
        verdicts = List.copyOf(verdicts);
    }

    /** The verdicts that do not hold. */
    public List<Verdict> broken() {
        return verdicts.stream().filter(verdict -> !verdict.holds()).toList();
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
     * statement that was not recorded waits for its recording.
     */
    public List<Waiver> idleWaivers() {
        var needed = waivers();
        return project.waivers().stream()
                .filter(waiver -> !needed.contains(waiver))
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

    /** A test for each check, by checkpoint, and one for the waivers. */
    public Stream<DynamicNode> tests() {
        var byCheckpoint = verdicts.stream()
                .collect(groupingBy(verdict -> verdict.check().at(), LinkedHashMap::new, Collectors.toList()));
        var nodes = new ArrayList<DynamicNode>();
        byCheckpoint.forEach((checkpoint, all) ->
                nodes.add(dynamicContainer(checkpoint.name(), all.stream().map(Report::test))));
        nodes.add(dynamicTest("waivers waive something", () -> {
            if (!idleWaivers().isEmpty()) {
                throw new AssertionError("These waivers waive nothing, remove them:\n"
                        + idleWaivers().stream().map(Waiver::toString).collect(Collectors.joining("\n")));
            }
        }));
        return nodes.stream();
    }

    private static DynamicNode test(Verdict verdict) {
        var name = verdict.rule().id() + " " + verdict.rule().sentence();
        return dynamicTest(verdict.notExamined() == null ? name : name + " (" + verdict.notExamined() + ")", () -> {
            if (!verdict.holds()) {
                throw new AssertionError(verdict.explanation());
            }
        });
    }
}
