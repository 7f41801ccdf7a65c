package dev.ashlar.rules.java;

import dev.ashlar.rules.Rule;
import java.util.List;

/** What classes tell about rules that are at home elsewhere. */
final class FurtherRules {
    /** This family. */
    static final List<Rule> RULES = List.of(
            GridRules.internals(), DomainRules.exactMoney(), InputRules.textIsLimited(), LoopRules.noReadsInLoops());

    private FurtherRules() {}
}
