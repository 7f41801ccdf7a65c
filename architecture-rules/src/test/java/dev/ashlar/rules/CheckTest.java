// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CheckTest {
    private static final Rule SHORT =
            Rule.of("short", "Names are short.").because("long").mend("cut");

    private record Name(String text) implements Subject {
        @Override
        public Place place() {
            return Place.of(text);
        }
    }

    @Test
    void anExaminationThatThrowsIsAFindingOfItsSubject_andTheOthersAreExamined() {
        var rule = SHORT.each(
                Checkpoint.CATALOG, project -> List.of(new Name("first"), new Name("second")), (name, findings) -> {
                    Objects.checkIndex(name.text().length(), 6);
                    findings.violation(name, "is examined");
                });

        assertThat(violations(Rulebook.of(rule)))
                .satisfiesExactly(
                        first -> assertThat(first.toString()).contains("first", "is examined"),
                        second -> assertThat(second.toString())
                                .contains("second", "the check itself fails", "IndexOutOfBoundsException", "Index 6"));
    }

    @Test
    void aCheckThatThrowsIsAFindingOfTheProject_andTheNextOneRuns() {
        var rulebook = Rulebook.of(
                SHORT.whole(Checkpoint.CATALOG, (project, findings) -> {
                    throw new IllegalStateException("no connection", new LinkageError("no driver"));
                }),
                Rule.of("named", "Names exist.").whole(Checkpoint.CATALOG, (project, findings) -> {
                    findings.looked();
                    findings.violation(Place.of("third"), "is examined");
                }));

        assertThat(violations(rulebook))
                .satisfiesExactly(
                        first -> assertThat(first.toString()).contains("Shop", "no connection", "no driver"),
                        second -> assertThat(second.toString()).contains("third", "is examined"));
    }

    private static List<Violation> violations(Rulebook rulebook) {
        return rulebook.examine(Project.named("Shop")).verdicts().stream()
                .flatMap(verdict -> verdict.violations().stream())
                .toList();
    }
}
