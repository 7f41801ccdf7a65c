package dev.ashlar.rules;

import static java.util.Comparator.comparingInt;

import dev.ashlar.rules.catalog.AgreementRules;
import dev.ashlar.rules.catalog.CatalogIndexRules;
import dev.ashlar.rules.catalog.ColumnRules;
import dev.ashlar.rules.catalog.KeyRules;
import dev.ashlar.rules.catalog.LifecycleRules;
import dev.ashlar.rules.catalog.NamingRules;
import dev.ashlar.rules.catalog.ReferenceRules;
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
import dev.ashlar.rules.sql.ConditionRules;
import dev.ashlar.rules.sql.DynamicRules;
import dev.ashlar.rules.sql.FilterRules;
import dev.ashlar.rules.sql.IndexRules;
import dev.ashlar.rules.sql.JavaTypeRules;
import dev.ashlar.rules.sql.JoinRules;
import dev.ashlar.rules.sql.MapperRules;
import dev.ashlar.rules.sql.PagingRules;
import dev.ashlar.rules.sql.ResultRules;
import dev.ashlar.rules.sql.SecretRules;
import dev.ashlar.rules.sql.SizeRules;
import dev.ashlar.rules.sql.SoftDeleteRules;
import dev.ashlar.rules.sql.StatementNamingRules;
import dev.ashlar.rules.sql.TimeRules;
import dev.ashlar.rules.sql.VisibilityRules;
import dev.ashlar.rules.sql.WriteRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** The rules of this library, family by family. A new family is a new line here. */
final class Families {
    private Families() {}

    private static Stream<Rule> families() {
        return Stream.of(
                        BoundaryRules.RULES,
                        BypassRules.RULES,
                        ConditionRules.RULES,
                        DynamicRules.RULES,
                        FilterRules.RULES,
                        IndexRules.RULES,
                        JavaTypeRules.RULES,
                        JoinRules.RULES,
                        MapperRules.RULES,
                        PagingRules.RULES,
                        ResultRules.RULES,
                        SecretRules.RULES,
                        SizeRules.RULES,
                        SoftDeleteRules.RULES,
                        StatementNamingRules.RULES,
                        TimeRules.RULES,
                        VisibilityRules.RULES,
                        WriteRules.RULES,
                        AgreementRules.RULES,
                        CatalogIndexRules.RULES,
                        ColumnRules.RULES,
                        KeyRules.RULES,
                        LifecycleRules.RULES,
                        NamingRules.RULES,
                        ReferenceRules.RULES,
                        RightsRules.RULES,
                        SharedRules.RULES,
                        TypeRules.RULES,
                        AdditionRules.RULES,
                        BreakingRules.RULES,
                        DataRules.RULES,
                        DeclarationRules.RULES,
                        LockRules.RULES,
                        NameRules.RULES,
                        OrderRules.RULES,
                        ReleaseRules.RULES,
                        TrialRules.RULES,
                        AdapterRules.RULES,
                        DocumentationRules.RULES,
                        DomainRules.RULES,
                        FailureRules.RULES,
                        FurtherRules.RULES,
                        GridRules.RULES,
                        HookRules.RULES,
                        HouseStyleRules.RULES,
                        InputRules.RULES,
                        LoopRules.RULES,
                        TransactionRules.RULES,
                        CoverageRules.RULES,
                        RuntimeRules.RULES,
                        TableRules.RULES,
                        DatabaseRules.RULES,
                        EnvironmentRules.RULES,
                        MyBatisRules.RULES,
                        PoolRules.RULES,
                        ConstraintRules.RULES,
                        HookProofRules.RULES,
                        ProofRules.RULES)
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
