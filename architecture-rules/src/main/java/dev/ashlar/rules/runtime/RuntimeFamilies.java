package dev.ashlar.rules.runtime;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules on what tests did while they ran, family by family. A new family is a new line here. They can be had without the others:
 *
 * {@snippet :
 * Rulebook.of(RuntimeFamilies.rules().toArray(Rule[]::new)).tests(project);
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
