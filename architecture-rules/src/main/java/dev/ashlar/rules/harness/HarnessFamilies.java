// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.harness;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules on tests that must exist, family by family. */
public final class HarnessFamilies {
    private HarnessFamilies() {}

    /** Returns all of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(HookProofRules.RULES, ProofRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
