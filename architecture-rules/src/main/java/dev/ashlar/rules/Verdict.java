// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of one check of one rule in one project.
 *
 * {@snippet :
 * assertThat(verdict.holds()).as(verdict.explanation()).isTrue();
 * }
 *
 * @param rule the rule
 * @param check the one of its checks
 * @param looked how many subjects it looked at
 * @param places of those that it looked at one by one
 * @param violations breaches that nobody waived and no baseline holds
 * @param known breaches that the project's baseline holds
 * @param waived waivers that were needed
 * @param notExamined why the check could not run, or why the project has nothing for it to look at; else null
 */
public record Verdict(
        Rule rule,
        Check check,
        int looked,
        Set<Place> places,
        List<Violation> violations,
        List<Violation> known,
        List<Waiver> waived,
        @Nullable String notExamined) {

    /** True if the rule holds as far as this check sees. */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** Returns the same with some of its violations known. */
    Verdict knowing(List<Violation> some) {
        var others = violations.stream()
                .filter(violation -> !some.contains(violation))
                .toList();
        return new Verdict(rule, check, looked, places, others, some, waived, notExamined);
    }

    /** Returns the rule, why it exists, each breach with its place, and how to mend it: what a person reads in the failed test. */
    public String explanation() {
        var text = new StringBuilder()
                .append(rule.id())
                .append(": ")
                .append(rule.sentence())
                .append("\nWhy: ")
                .append(rule.because())
                .append("\nMend: ")
                .append(rule.mend());
        for (var violation : violations) {
            text.append("\n  at ").append(violation.place()).append("\n     ").append(violation.message());
        }
        return text.toString();
    }
}
