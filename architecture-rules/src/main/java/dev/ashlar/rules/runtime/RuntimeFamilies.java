// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules on what tests did while they ran, family by family. A new family is a new line here.
 * They can be had without the others:
 *
 * {@snippet :
 * var ids = RuntimeFamilies.rules().stream().map(Rule::id).toList();
 * Rulebook.standard().only(rule -> ids.contains(rule.id())).tests(project);
 * }
 */
public final class RuntimeFamilies {
    private RuntimeFamilies() {}

    /** All of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(CoverageRules.RULES, RuntimeRules.RULES, TableRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
