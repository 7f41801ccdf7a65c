// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules on mapper statements, family by family. A new family is a new line here.
 * They can be had without the others:
 *
 * {@snippet :
 * var ids = SqlFamilies.rules().stream().map(Rule::id).toList();
 * Rulebook.standard().only(rule -> ids.contains(rule.id())).tests(project);
 * }
 */
public final class SqlFamilies {
    private SqlFamilies() {}

    /** All of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(
                        AcceptanceRules.RULES,
                        BoundaryRules.RULES,
                        BypassRules.RULES,
                        ClusterRules.RULES,
                        CacheRules.RULES,
                        ConditionRules.RULES,
                        DynamicRules.RULES,
                        FilterRules.RULES,
                        IndexRules.RULES,
                        JavaTypeRules.RULES,
                        JoinRules.RULES,
                        LimitedJoinRules.RULES,
                        LostUpdateRules.RULES,
                        MapperRules.RULES,
                        OwnershipRules.RULES,
                        PagingRules.RULES,
                        ResultRules.RULES,
                        SecretRules.RULES,
                        SizeRules.RULES,
                        SoftDeleteRules.RULES,
                        StatementNamingRules.RULES,
                        TimeRules.RULES,
                        VisibilityRules.RULES,
                        WriteRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
