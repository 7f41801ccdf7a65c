// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules on changesets, family by family. */
public final class ChangelogFamilies {
    private ChangelogFamilies() {}

    /** Returns all of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(
                        AdditionRules.RULES,
                        BreakingRules.RULES,
                        DataRules.RULES,
                        DeclarationRules.RULES,
                        LockRules.RULES,
                        OrderRules.RULES,
                        ReleaseRules.RULES,
                        TrialRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
