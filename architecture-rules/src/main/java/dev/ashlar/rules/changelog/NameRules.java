// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint.Kind;
import java.util.List;

/** Names of indexes and constraints, as the changelogs write them; the catalog's rules look at what became of them. */
final class NameRules {
    /** The rules. */
    static final List<Rule> RULES = List.of(
            indexes(Rule.also("index-names"), false, "ix_"),
            named("foreign-key-names", Kind.FOREIGN_KEY),
            indexes(named("unique-key-names", Kind.UNIQUE, Kind.PRIMARY_KEY), true, "uq_"),
            named("check-names", Kind.CHECK, Kind.EXCLUSION));

    private NameRules() {}

    private static Rule indexes(Rule further, boolean unique, String prefix) {
        return further.each(Checkpoint.CHANGELOG, project -> indexes(project, unique), (index, findings) -> {
            if (!String.valueOf(index.action().name()).startsWith(prefix)) {
                findings.violation(index, "index " + index.action().name() + " does not begin with " + prefix);
            }
        });
    }

    private static List<Step<Action.CreateIndex>> indexes(Project project, boolean unique) {
        return Step.of(project, Action.CreateIndex.class).stream()
                .filter(index -> index.action().unique() == unique)
                .toList();
    }

    private static Rule named(String id, Kind... kinds) {
        return Rule.also(id).each(Checkpoint.CHANGELOG, project -> named(project, kinds), (constrained, findings) -> {
            var prefix = constrained.constraint().kind().prefix();
            if (!constrained.called().startsWith(prefix)) {
                findings.violation(constrained, constrained.called() + " does not begin with " + prefix);
            }
        });
    }

    private static List<Constrained> named(Project project, Kind... kinds) {
        return Constrained.of(project, kinds).stream()
                .filter(constrained -> constrained.constraint().name() != null)
                .toList();
    }
}
