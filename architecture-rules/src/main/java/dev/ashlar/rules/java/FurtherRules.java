// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import dev.ashlar.rules.Rule;
import java.util.List;

/** Checks of classes for rules that other families state. */
final class FurtherRules {
    /** This family. */
    static final List<Rule> RULES = List.of(
            GridRules.internals(), DomainRules.exactMoney(), InputRules.textIsLimited(), LoopRules.noReadsInLoops());

    private FurtherRules() {}
}
