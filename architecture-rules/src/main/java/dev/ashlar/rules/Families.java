// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import dev.ashlar.rules.catalog.CatalogFamilies;
import dev.ashlar.rules.changelog.ChangelogFamilies;
import dev.ashlar.rules.configuration.ConfigurationFamilies;
import dev.ashlar.rules.harness.HarnessFamilies;
import dev.ashlar.rules.java.JavaFamilies;
import dev.ashlar.rules.runtime.RuntimeFamilies;
import dev.ashlar.rules.sql.SqlFamilies;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The rules of this library. */
final class Families {
    private Families() {}

    private static Stream<Rule> families() {
        return Stream.of(
                        SqlFamilies.rules(),
                        CatalogFamilies.rules(),
                        ChangelogFamilies.rules(),
                        JavaFamilies.rules(),
                        RuntimeFamilies.rules(),
                        ConfigurationFamilies.rules(),
                        HarnessFamilies.rules())
                .flatMap(List::stream);
    }

    /** Returns all rules, in the order of their topics; a rule that several families check is one rule. */
    static List<Rule> all() {
        var rules = new LinkedHashMap<String, Rule>();
        families().filter(Families::states).forEach(rule -> {
            if (rules.put(rule.id(), rule) != null) {
                throw new IllegalStateException("Two families state rule " + rule.id() + ".");
            }
        });
        families().filter(rule -> !states(rule)).forEach(further -> {
            if (rules.computeIfPresent(further.id(), (id, rule) -> rule.with(further.checks())) == null) {
                throw new IllegalStateException("No family states rule " + further.id() + ".");
            }
        });
        return rules.values().stream()
                .sorted(Comparator.comparingInt(Topic::position).thenComparing(Rule::id))
                .toList();
    }

    /** True if the library has a rule of the name. */
    static boolean know(String id) {
        return families().anyMatch(rule -> rule.id().equals(id));
    }

    private static boolean states(Rule rule) {
        return !rule.sentence().isEmpty();
    }
}
