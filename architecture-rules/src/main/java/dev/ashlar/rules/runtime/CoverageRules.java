// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Rule;
import java.util.List;

/** Rules of what the project's own tests must execute. */
final class CoverageRules {
    /** All of them. */
    static final List<Rule> RULES = List.of(everyBranch());

    private CoverageRules() {}

    private static Rule everyBranch() {
        return Rule.of("statement-coverage").each(Checkpoint.HARNESS, ObservedStatement::all, CoverageRules::covered);
    }

    private static void covered(ObservedStatement statement, Findings findings) {
        var did = statement.did();
        if (did == null) {
            findings.violation(statement, "no test executes it");
            return;
        }
        for (var branch : did.branches()) {
            boolean loop = branch.label().startsWith("foreach");
            if (branch.taken() == 0) {
                findings.violation(
                        statement,
                        "no test " + (loop ? "gives several items to" : "enters") + " <" + branch.label() + ">");
            }
            if (branch.passed() == 0 && !branch.label().equals("otherwise")) {
                findings.violation(
                        statement,
                        "no test " + (loop ? "gives a single item to" : "leaves out") + " <" + branch.label() + ">");
            }
        }
    }
}
