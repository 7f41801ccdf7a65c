// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import io.github.mfvanek.pg.core.checks.host.ForeignKeysNotCoveredWithIndexCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ForeignKeysWithUnmatchedColumnTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.TablesWithoutPrimaryKeyCheckOnHost;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules on primary, foreign and unique keys. */
final class KeyRules {
    /** All of them. */
    static final List<Rule> RULES =
            List.of(uuidKeys(), selfReference(), uniqueness(), indexedForeignKeys(), keyTypes(), liveUniqueness());

    private static final Pattern IDENTIFYING =
            Pattern.compile("code|slug|sku|email|username|external_id|idempotency_key|token_hash|(?!phone_).+_no");
    private static final Pattern SAID_TO_BE_UNIQUE = Pattern.compile("\\bunique\\b", Pattern.CASE_INSENSITIVE);

    private KeyRules() {}

    private static Rule uuidKeys() {
        return Rule.of("uuid-primary-key")
                .with(Health.none(
                        Catalog::tables,
                        Health.finds(TablesWithoutPrimaryKeyCheckOnHost::new, table -> "the table has no primary key")))
                .whole(CATALOG, (project, findings) -> {
                    var catalog = Catalog.of(project);
                    for (var table : catalog.tables()) {
                        table.primaryKey().ifPresent(key -> {
                            findings.looked();
                            if (!isUuid(table, key) && !isComposite(catalog, table, key)) {
                                findings.violation(key, "the key of " + table.qualified() + " is " + key.definition());
                            }
                        });
                    }
                });
    }

    private static boolean isUuid(Table table, Constraint key) {
        return key.columns().stream()
                .filter(column -> !table.partitionKey().contains(column))
                .allMatch(column -> type(table, column).equals("uuid"));
    }

    /** Made of references, or of what the row is about where nothing refers to the row. */
    private static boolean isComposite(Catalog catalog, Table table, Constraint key) {
        boolean references = key.columns().stream()
                .allMatch(column -> table.constraints(Constraint.Kind.FOREIGN_KEY).stream()
                        .anyMatch(foreign -> foreign.columns().contains(column)));
        boolean referred = catalog.foreignKeys().stream()
                .map(Constraint::references)
                .anyMatch(reference -> reference != null && reference.table().equals(table.qualified()));
        boolean counted = key.columns().stream()
                .flatMap(column -> table.column(column).stream())
                .anyMatch(column -> column.isIdentity() || column.defaultValue() != null);
        return key.columns().size() > 1 && (references || (!referred && !counted));
    }

    private static String type(Table table, String column) {
        return table.column(column).map(Column::baseType).orElse("");
    }

    private static Rule selfReference() {
        return Rule.of("nullable-self-reference").whole(CATALOG, (project, findings) -> {
            for (var table : Catalog.of(project).tables()) {
                for (var key : table.constraints(Constraint.Kind.FOREIGN_KEY)) {
                    if (key.references() != null && key.references().table().equals(table.qualified())) {
                        findings.looked();
                        // A null in one column of several is enough for the key not to ask.
                        if (table.columns().stream()
                                .filter(column -> key.columns().contains(column.name()))
                                .allMatch(Column::notNull)) {
                            findings.violation(key, key.name() + " refers to its own table and is never null");
                        }
                    }
                }
            }
        });
    }

    private static Rule uniqueness() {
        return Rule.of("unique-identifiers").warning().whole(CATALOG, (project, findings) -> {
            for (var table : Catalog.of(project).tables()) {
                for (var column : table.columns()) {
                    if (IDENTIFYING.matcher(column.name()).matches()
                            || SAID_TO_BE_UNIQUE.matcher(column.comment()).find()) {
                        findings.looked();
                        if (!isUnique(table, column)) {
                            findings.violation(column, "no unique index of the table holds " + column.name());
                        }
                    }
                }
            }
        });
    }

    private static boolean isUnique(Table table, Column column) {
        var named = Pattern.compile("\\b" + column.name() + "\\b");
        return table.indexes().stream()
                .filter(index -> index.isUnique() && index.isValid())
                .anyMatch(index ->
                        index.keys().stream().anyMatch(key -> named.matcher(key).find()));
    }

    private static Rule indexedForeignKeys() {
        return Rule.of("foreign-keys-without-index")
                .core()
                .with(Health.none(
                        Catalog::foreignKeys,
                        Health.finds(
                                        ForeignKeysNotCoveredWithIndexCheckOnHost::new,
                                        key -> "no index begins with the columns of " + key.getConstraintName())
                                .unless((catalog, key) -> catalog.foreignKeys().stream()
                                        .filter(known -> known.place().element().equals(Health.element(key)))
                                        .anyMatch(known -> isPointed(catalog, known) || neverMoves(catalog, known)))))
                .whole(CATALOG, (project, findings) -> {
                    var catalog = Catalog.of(project);
                    for (var key : catalog.foreignKeys()) {
                        findings.looked();
                        var indexes = catalog.table(key.table()).orElseThrow().indexes().stream()
                                .filter(index -> leads(index, key))
                                .toList();
                        if (!indexes.isEmpty() && indexes.stream().noneMatch(index -> serves(index, key))) {
                            findings.violation(
                                    key, indexes.get(0).name() + " holds only some of the rows of " + key.name());
                        }
                    }
                });
    }

    /** A unique index on some of the columns finds the one row that may refer. */
    private static boolean isPointed(Catalog catalog, Constraint key) {
        return catalog.table(key.table()).orElseThrow().indexes().stream()
                .anyMatch(index ->
                        index.isUnique() && index.isWhole() && key.columns().containsAll(index.keys()));
    }

    /** Rows of an append-only table are never deleted, so nobody ever looks for those that refer to them. */
    private static boolean neverMoves(Catalog catalog, Constraint key) {
        return key.references() != null
                && catalog.table(key.references().table())
                        .filter(table -> table.deletes(DeletePolicy.APPEND_ONLY))
                        .isPresent();
    }

    private static boolean leads(Index index, Constraint key) {
        int columns = key.columns().size();
        return index.keys().size() >= columns
                && Set.copyOf(index.keys().subList(0, columns)).equals(Set.copyOf(key.columns()));
    }

    private static boolean serves(Index index, Constraint key) {
        return index.isWhole()
                || (index.isValid()
                        && key.columns().stream()
                                .anyMatch(column -> ("(" + column + " IS NOT NULL)").equals(index.predicate())));
    }

    private static Rule keyTypes() {
        return Rule.of("foreign-keys-with-unmatched-column-type")
                .core()
                .with(Health.none(
                        Catalog::foreignKeys,
                        Health.finds(
                                ForeignKeysWithUnmatchedColumnTypeCheckOnHost::new,
                                key -> "the columns of " + key.getConstraintName()
                                        + " have other types than those they refer to")));
    }

    private static Rule liveUniqueness() {
        return Rule.of("live-uniqueness").each(CATALOG, KeyRules::uniqueOfSoftDeleting, (index, findings) -> {
            var predicate = index.predicate();
            if (predicate == null || !predicate.contains("deleted_at IS NULL")) {
                findings.violation(index, index.name() + " counts deleted rows of " + index.table());
            }
        });
    }

    /** But for those that hold the primary key, and so are unique whatever else they hold. */
    private static List<Index> uniqueOfSoftDeleting(Project project) {
        return Catalog.of(project).tables().stream()
                .filter(table -> table.deletes(DeletePolicy.SOFT))
                .flatMap(table -> table.indexes().stream()
                        .filter(Index::isUnique)
                        .filter(index -> !index.keys()
                                .containsAll(table.primaryKey()
                                        .map(Constraint::columns)
                                        .orElse(List.of("")))))
                .toList();
    }
}
