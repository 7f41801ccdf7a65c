// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint.OnDelete;
import io.github.mfvanek.pg.core.checks.host.ForeignKeysNotCoveredWithIndexCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ForeignKeysWithUnmatchedColumnTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.TablesWithoutPrimaryKeyCheckOnHost;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on primary, foreign and unique keys. */
final class KeyRules {
    private static final Pattern IDENTIFYING =
            Pattern.compile("code|slug|sku|email|username|external_id|idempotency_key|token_hash|(?!phone_).+_no");
    private static final Pattern SAID_TO_BE_UNIQUE = Pattern.compile("\\bunique\\b", Pattern.CASE_INSENSITIVE);

    static final List<Rule> RULES = List.of(
            Rule.of("uuid-primary-key")
                    .with(Health.none(
                            Catalog::tables,
                            Health.finds(
                                    TablesWithoutPrimaryKeyCheckOnHost::new, table -> "the table has no primary key")))
                    .whole(CATALOG, KeyRules::uuidKeys),
            Rule.of("nullable-self-reference")
                    .refuse(
                            CATALOG,
                            TablePart.all(Table::foreignKeys, KeyRules::refersToItself),
                            KeyRules::selfReference),
            Rule.of("unique-identifiers")
                    .refuse(
                            CATALOG,
                            TablePart.all(
                                    Table::columns,
                                    (table, column) ->
                                            IDENTIFYING.matcher(column.name()).matches()
                                                    || SAID_TO_BE_UNIQUE
                                                            .matcher(column.comment())
                                                            .find()),
                            named -> isUnique(named.table(), named.part())
                                    ? null
                                    : "no unique index of the table holds "
                                            + named.part().name()),
            Rule.of("foreign-keys-without-index")
                    .with(Health.none(
                            Catalog::foreignKeys,
                            Health.finds(
                                            ForeignKeysNotCoveredWithIndexCheckOnHost::new,
                                            key -> "no index begins with the columns of " + key.getConstraintName())
                                    .unless((catalog, key) -> catalog.foreignKeys().stream()
                                            .filter(known ->
                                                    known.place().element().equals(Health.element(key)))
                                            .anyMatch(
                                                    known -> isPointed(catalog, known) || neverMoves(catalog, known)))))
                    .refuse(CATALOG, TablePart.all(Table::foreignKeys, (table, key) -> true), KeyRules::indexed),
            Rule.of("foreign-keys-with-unmatched-column-type")
                    .with(Health.none(
                            Catalog::foreignKeys,
                            Health.finds(
                                    ForeignKeysWithUnmatchedColumnTypeCheckOnHost::new,
                                    key -> "the columns of " + key.getConstraintName()
                                            + " have other types than those they refer to"))),
            Rule.of("live-uniqueness")
                    .refuse(
                            CATALOG,
                            TablePart.all(Table::indexes, KeyRules::isUniqueOfSoftDeleting),
                            KeyRules::liveUniqueness),
            Rule.also("explicit-on-delete")
                    .each(CATALOG, TablePart.all(Table::foreignKeys, (table, key) -> true), KeyRules::setNull));

    private KeyRules() {}

    private static void uuidKeys(Project project, Findings findings) {
        var catalog = Catalog.of(project);
        for (var table : catalog.tables()) {
            table.primaryKey().ifPresent(key -> {
                findings.looked();
                if (!isUuid(table, key) && !isComposite(catalog, table, key)) {
                    findings.violation(key, "the key of " + table.qualified() + " is " + key.definition());
                }
            });
        }
    }

    private static boolean isUuid(Table table, Constraint key) {
        return key.columns().stream()
                .filter(column -> !table.partitionKey().contains(column))
                .allMatch(column -> type(table, column).equals("uuid"));
    }

    /** Made of references, or of what the row is about where nothing refers to the row. */
    private static boolean isComposite(Catalog catalog, Table table, Constraint key) {
        boolean referred =
                catalog.references().anyMatch(reference -> reference.table().equals(table.qualified()));
        boolean counted = key.columns().stream()
                .flatMap(column -> table.column(column).stream())
                .anyMatch(column -> column.isIdentity() || column.defaultValue() != null);
        return key.columns().size() > 1 && (table.refersBy(key.columns()) || (!referred && !counted));
    }

    private static String type(Table table, String column) {
        return table.column(column).map(Column::baseType).orElse("");
    }

    private static boolean refersToItself(Table table, Constraint key) {
        return key.references() != null && key.references().table().equals(table.qualified());
    }

    /** A null in one column of several is enough for the key not to ask. */
    private static @Nullable String selfReference(TablePart<Constraint> key) {
        return key.table().columns().stream()
                        .filter(column -> key.part().columns().contains(column.name()))
                        .allMatch(Column::notNull)
                ? key.part().name() + " refers to its own table and is never null"
                : null;
    }

    private static boolean isUnique(Table table, Column column) {
        var named = Pattern.compile("\\b" + column.name() + "\\b");
        return table.indexes().stream()
                .filter(index -> index.isUnique() && index.isValid())
                .anyMatch(index ->
                        index.keys().stream().anyMatch(key -> named.matcher(key).find()));
    }

    private static @Nullable String indexed(TablePart<Constraint> key) {
        var indexes = key.table().indexes().stream()
                .filter(index -> leads(index, key.part()))
                .toList();
        return indexes.isEmpty() || indexes.stream().anyMatch(index -> serves(index, key.part()))
                ? null
                : indexes.get(0).name() + " holds only some of the rows of "
                        + key.part().name();
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

    private static @Nullable String liveUniqueness(TablePart<Index> unique) {
        var predicate = unique.part().predicate();
        return predicate != null && predicate.contains("deleted_at IS NULL")
                ? null
                : unique.part().name() + " counts deleted rows of "
                        + unique.part().table();
    }

    /** But for those that hold the primary key, and so are unique whatever else they hold. */
    private static boolean isUniqueOfSoftDeleting(Table table, Index index) {
        var key = table.primaryKey().map(Constraint::columns).orElse(List.of(""));
        return table.deletes(DeletePolicy.SOFT)
                && index.isUnique()
                && !index.keys().containsAll(key);
    }

    private static void setNull(TablePart<Constraint> key, Findings findings) {
        var reference = key.part().references();
        if (reference != null && reference.onDelete() == OnDelete.SET_NULL) {
            key.table().columns().stream()
                    .filter(column -> column.notNull() && reference.nulled().contains(column.name()))
                    .forEach(column -> findings.violation(
                            key, key.part().name() + " sets " + column.name() + " to null, which is NOT NULL"));
        }
    }
}
