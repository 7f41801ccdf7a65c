// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rule on the reach of triggers. */
final class TriggerRules {
    /** This rule. */
    static final List<Rule> RULES = List.of(ownSchema());

    private TriggerRules() {}

    private static Rule ownSchema() {
        return Rule.of("trigger-own-schema").whole(Checkpoint.CATALOG, TriggerRules::examine);
    }

    private static void examine(Project project, Findings findings) {
        var catalog = Catalog.of(project);
        var reached = new TreeMap<String, TreeSet<String>>();
        for (var table : catalog.tables()) {
            for (var trigger : table.triggers()) {
                findings.looked();
                catalog.tables().stream()
                        .filter(other -> !other.schema().equals(table.schema()))
                        .filter(other -> names(trigger.source(), other.qualified()))
                        .forEach(other -> reached.computeIfAbsent(
                                        trigger.function() + " touches " + other.qualified(), key -> new TreeSet<>())
                                .add(table.qualified()));
            }
        }
        reached.forEach((reach, tables) -> findings.violation(
                catalog.place(reach.substring(0, reach.indexOf(' '))),
                reach + " for triggers of " + String.join(", ", tables)));
    }

    private static boolean names(String source, String table) {
        return Pattern.compile("(?i)\\b" + Pattern.quote(table) + "\\b")
                .matcher(source)
                .find();
    }
}
