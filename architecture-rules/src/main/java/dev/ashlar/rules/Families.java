package dev.ashlar.rules;

import static java.util.Comparator.comparingInt;

import dev.ashlar.rules.catalog.AgreementRules;
import dev.ashlar.rules.catalog.CatalogIndexRules;
import dev.ashlar.rules.catalog.ColumnRules;
import dev.ashlar.rules.catalog.KeyRules;
import dev.ashlar.rules.catalog.LifecycleRules;
import dev.ashlar.rules.catalog.NamingRules;
import dev.ashlar.rules.catalog.RightsRules;
import dev.ashlar.rules.catalog.SharedRules;
import dev.ashlar.rules.catalog.TypeRules;
import dev.ashlar.rules.changelog.AdditionRules;
import dev.ashlar.rules.changelog.BreakingRules;
import dev.ashlar.rules.changelog.DataRules;
import dev.ashlar.rules.changelog.DeclarationRules;
import dev.ashlar.rules.changelog.LockRules;
import dev.ashlar.rules.changelog.NameRules;
import dev.ashlar.rules.changelog.OrderRules;
import dev.ashlar.rules.changelog.ReleaseRules;
import dev.ashlar.rules.changelog.TrialRules;
import dev.ashlar.rules.configuration.DatabaseRules;
import dev.ashlar.rules.configuration.EnvironmentRules;
import dev.ashlar.rules.configuration.MyBatisRules;
import dev.ashlar.rules.configuration.PoolRules;
import dev.ashlar.rules.harness.ConstraintRules;
import dev.ashlar.rules.harness.HookProofRules;
import dev.ashlar.rules.harness.ProofRules;
import dev.ashlar.rules.java.AdapterRules;
import dev.ashlar.rules.java.DocumentationRules;
import dev.ashlar.rules.java.DomainRules;
import dev.ashlar.rules.java.FailureRules;
import dev.ashlar.rules.java.FurtherRules;
import dev.ashlar.rules.java.GridRules;
import dev.ashlar.rules.java.HookRules;
import dev.ashlar.rules.java.HouseStyleRules;
import dev.ashlar.rules.java.InputRules;
import dev.ashlar.rules.java.LoopRules;
import dev.ashlar.rules.java.TransactionRules;
import dev.ashlar.rules.runtime.CoverageRules;
import dev.ashlar.rules.runtime.RuntimeRules;
import dev.ashlar.rules.runtime.TableRules;
import dev.ashlar.rules.sql.BoundaryRules;
import dev.ashlar.rules.sql.BypassRules;
import dev.ashlar.rules.sql.IndexRules;
import dev.ashlar.rules.sql.JavaTypeRules;
import dev.ashlar.rules.sql.ResultRules;
import dev.ashlar.rules.sql.SizeRules;
import dev.ashlar.rules.sql.VisibilityRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The rules of this library, family by family. A new family is a new line here. */
final class Families {
    private Families() {}

    private static Stream<Rule> families() {
        return Stream.of(
                        RuntimeRules.RULES,
                        CoverageRules.RULES,
                        EnvironmentRules.RULES,
                        MyBatisRules.RULES,
                        DatabaseRules.RULES,
                        PoolRules.RULES,
                        NamingRules.RULES,
                        KeyRules.RULES,
                        ColumnRules.RULES,
                        TypeRules.RULES,
                        LifecycleRules.RULES,
                        CatalogIndexRules.RULES,
                        RightsRules.RULES,
                        AgreementRules.RULES,
                        SharedRules.RULES,
                        IndexRules.RULES,
                        JavaTypeRules.RULES,
                        BoundaryRules.RULES,
                        BypassRules.RULES,
                        SizeRules.RULES,
                        ResultRules.RULES,
                        VisibilityRules.RULES,
                        OrderRules.RULES,
                        DataRules.RULES,
                        BreakingRules.RULES,
                        AdditionRules.RULES,
                        LockRules.RULES,
                        DeclarationRules.RULES,
                        TrialRules.RULES,
                        GridRules.RULES,
                        TransactionRules.RULES,
                        AdapterRules.RULES,
                        InputRules.RULES,
                        DomainRules.RULES,
                        HouseStyleRules.RULES,
                        LoopRules.RULES,
                        FailureRules.RULES,
                        HookRules.RULES,
                        DocumentationRules.RULES,
                        FurtherRules.RULES,
                        TableRules.RULES,
                        ProofRules.RULES,
                        HookProofRules.RULES,
                        ConstraintRules.RULES,
                        NameRules.RULES,
                        ReleaseRules.RULES)
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
