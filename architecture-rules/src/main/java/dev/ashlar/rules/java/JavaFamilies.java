// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules on classes, family by family. */
public final class JavaFamilies {
    private JavaFamilies() {}

    /** Returns all of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(
                        AdapterRules.RULES,
                        DocumentationRules.RULES,
                        DomainRules.RULES,
                        GridRules.RULES,
                        HookRules.RULES,
                        HouseStyleRules.RULES,
                        InputRules.RULES,
                        LoopRules.RULES,
                        TransactionRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
