// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.changelog.ConstraintDefinition.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Names of indexes and constraints, as the changelogs write them; the catalog's rules look at what became of them. */
final class NameRules {
    /** The rules. */
    static final List<Rule> RULES = List.of(
            indexes(Rule.also("index-names"), false, "ix_"),
            named("foreign-key-names", Set.of(Kind.FOREIGN_KEY)),
            indexes(named("unique-key-names", Set.of(Kind.UNIQUE, Kind.PRIMARY_KEY)), true, "uq_"),
            named("check-names", Set.of(Kind.CHECK, Kind.EXCLUSION)));

    private NameRules() {}

    private static Rule indexes(Rule further, boolean unique, String prefix) {
        return further.each(Checkpoint.CHANGELOG, project -> indexes(project, unique), (index, findings) -> {
            if (!String.valueOf(index.made().name()).startsWith(prefix)) {
                findings.violation(index, "index " + index.made().name() + " does not begin with " + prefix);
            }
        });
    }

    private static List<DeclarationRules.Indexed> indexes(Project project, boolean unique) {
        return DeclarationRules.indexes(project).stream()
                .filter(index -> index.made().unique() == unique)
                .toList();
    }

    private static Rule named(String id, Set<Kind> kinds) {
        return Rule.also(id).each(Checkpoint.CHANGELOG, project -> ofKinds(project, kinds), (constrained, findings) -> {
            var prefix = constrained.constraint().kind().prefix();
            if (!Objects.requireNonNull(constrained.constraint().name()).startsWith(prefix)) {
                findings.violation(constrained, constrained.called() + " does not begin with " + prefix);
            }
        });
    }

    private static List<DeclarationRules.Constrained> ofKinds(Project project, Set<Kind> kinds) {
        return DeclarationRules.constraints(project).stream()
                .filter(constrained -> kinds.contains(constrained.constraint().kind()))
                .filter(constrained -> constrained.constraint().name() != null)
                .toList();
    }
}
