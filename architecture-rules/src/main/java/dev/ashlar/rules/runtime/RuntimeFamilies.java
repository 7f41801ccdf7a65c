// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules on what tests did while they ran, family by family. */
public final class RuntimeFamilies {
    private RuntimeFamilies() {}

    /** Returns all of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(CoverageRules.RULES, RuntimeRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
