package dev.ashlar.rules;

import static java.util.Comparator.comparingInt;

import dev.ashlar.rules.catalog.AgreementRules;
import dev.ashlar.rules.catalog.ColumnRules;
import dev.ashlar.rules.catalog.IndexRules;
import dev.ashlar.rules.catalog.KeyRules;
import dev.ashlar.rules.catalog.LifecycleRules;
import dev.ashlar.rules.catalog.NamingRules;
import dev.ashlar.rules.catalog.RightsRules;
import dev.ashlar.rules.catalog.TypeRules;
import dev.ashlar.rules.sql.ConditionRules;
import dev.ashlar.rules.sql.DynamicRules;
import dev.ashlar.rules.sql.FilterRules;
import dev.ashlar.rules.sql.JoinRules;
import dev.ashlar.rules.sql.MapperRules;
import dev.ashlar.rules.sql.PagingRules;
import dev.ashlar.rules.sql.SecretRules;
import dev.ashlar.rules.sql.SoftDeleteRules;
import dev.ashlar.rules.sql.StatementNamingRules;
import dev.ashlar.rules.sql.TimeRules;
import dev.ashlar.rules.sql.WriteRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The rules of this library, family by family. A new family is a new line here. */
final class Families {
    private Families() {}

    private static Stream<Rule> families() {
        return Stream.<List<Rule>>of(
                        NamingRules.RULES,
                        KeyRules.RULES,
                        ColumnRules.RULES,
                        TypeRules.RULES,
                        LifecycleRules.RULES,
                        IndexRules.RULES,
                        RightsRules.RULES,
                        AgreementRules.RULES,
                        StatementNamingRules.RULES,
                        JoinRules.RULES,
                        PagingRules.RULES,
                        ConditionRules.RULES,
                        WriteRules.RULES,
                        SoftDeleteRules.RULES,
                        SecretRules.RULES,
                        MapperRules.RULES,
                        FilterRules.RULES,
                        DynamicRules.RULES,
                        TimeRules.RULES)
                .flatMap(List::stream);
    }

    /** All rules, numbered ones first; a rule that several families check is one rule. */
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
                .sorted(comparingInt(Families::number).thenComparing(Rule::id))
                .toList();
    }

    private static boolean states(Rule rule) {
        return !rule.sentence().isEmpty();
    }

    private static int number(Rule rule) {
        return rule.id().matches("\\d+") ? Integer.parseInt(rule.id()) : Integer.MAX_VALUE;
    }
}
