// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules on mapper statements, family by family. */
public final class SqlFamilies {
    private SqlFamilies() {}

    /** Returns all of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(
                        AcceptanceRules.RULES,
                        BoundaryRules.RULES,
                        ConditionRules.RULES,
                        DynamicRules.RULES,
                        FilterRules.RULES,
                        IndexRules.RULES,
                        JavaTypeRules.RULES,
                        JoinRules.RULES,
                        LostUpdateRules.RULES,
                        MapperRules.RULES,
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
