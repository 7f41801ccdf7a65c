// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import io.github.mfvanek.pg.core.checks.host.DuplicatedIndexesCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.IntersectedIndexesCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.InvalidIndexesCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.NotValidConstraintsCheckOnHost;
import io.github.mfvanek.pg.model.index.DuplicatedIndexes;
import java.util.List;
import java.util.stream.Stream;

/** Rules on indexes, and on what a migration leaves half done. */
final class CatalogIndexRules {
    static final List<Rule> RULES = List.of(
            Rule.of("indexes-in-changelog")
                    .refuse(
                            CATALOG,
                            CatalogIndexRules::migrated,
                            index -> index.place().file() == null ? "no changelog creates " + index.name() : null),
            Rule.of("valid-constraints")
                    .with(Health.none(
                            catalog -> Stream.<List<? extends Subject>>of(catalog.constraints(), catalog.indexes())
                                    .flatMap(List::stream)
                                    .toList(),
                            Health.finds(
                                    NotValidConstraintsCheckOnHost::new,
                                    found -> found.getConstraintName() + " is not validated"),
                            Health.finds(
                                    InvalidIndexesCheckOnHost::new, found -> found.getIndexName() + " is invalid"))),
            Rule.of("duplicated-indexes")
                    .with(Health.none(
                            Catalog::indexes,
                            Health.finds(DuplicatedIndexesCheckOnHost::new, found -> sentence(found, " are the same")),
                            Health.<DuplicatedIndexes>finds(
                                            IntersectedIndexesCheckOnHost::new,
                                            found -> sentence(found, " begin alike"))
                                    .unless((catalog, found) -> bothNeeded(catalog, Health.indexes(found))))),
            Rule.also("require-concurrent-index-creation")
                    .with(Health.none(
                            Catalog::indexes,
                            Health.finds(
                                    InvalidIndexesCheckOnHost::new,
                                    index -> index.getIndexName()
                                            + " is what a failed CREATE INDEX CONCURRENTLY has left"))));

    private CatalogIndexRules() {}

    private static List<Index> migrated(Project project) {
        project.changelogs();
        return Catalog.of(project).indexes();
    }

    private static String sentence(DuplicatedIndexes found, String what) {
        return String.join(", ", found.getIndexNames()) + what;
    }

    /**
     * pg-index-health takes all expressions for the same, and a unique index for one like any other. The shorter one is
     * needed where it is what makes its columns unique, and then so is the longer, unless all it adds is to be unique too,
     * which a foreign key that refers to it may want.
     */
    private static boolean bothNeeded(Catalog catalog, List<String> names) {
        var found = catalog.indexes().stream()
                .filter(index -> names.contains(index.place().element()))
                .sorted((one, other) ->
                        Integer.compare(one.keys().size(), other.keys().size()))
                .toList();
        var shorter = found.get(0);
        var longer = found.get(found.size() - 1);
        boolean alike = shorter.method().equals(longer.method())
                && longer.keys().subList(0, shorter.keys().size()).equals(shorter.keys());
        return !alike || (shorter.isUnique() && (!longer.isUnique() || isReferredTo(catalog, longer)));
    }

    private static boolean isReferredTo(Catalog catalog, Index index) {
        return catalog.references()
                .anyMatch(reference -> reference.table().equals(index.table())
                        && reference.columns().equals(index.keys()));
    }
}
