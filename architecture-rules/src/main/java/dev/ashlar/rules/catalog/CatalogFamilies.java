// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules on the migrated schema, family by family. */
public final class CatalogFamilies {
    private CatalogFamilies() {}

    /** Returns all of them. One that only adds checks to a rule of another family has no sentence. */
    public static List<Rule> rules() {
        return Stream.of(
                        AgreementRules.RULES,
                        CatalogIndexRules.RULES,
                        ColumnRules.RULES,
                        KeyRules.RULES,
                        LifecycleRules.RULES,
                        CommentRules.RULES,
                        NamingRules.RULES,
                        ReferenceRules.RULES,
                        RightsRules.RULES,
                        TypeRules.RULES)
                .flatMap(List::stream)
                .toList();
    }
}
