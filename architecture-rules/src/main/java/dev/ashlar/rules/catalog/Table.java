// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table, partitioned or not.
 *
 * {@snippet :
 * if (table.deletes(DeletePolicy.SOFT) && table.column("deleted_at").isEmpty()) {
 *     findings.violation(table, table.qualified() + " cannot say when a row was deleted");
 * }
 * }
 *
 * @param place the statement that creates it, else its qualified name
 * @param schema its schema
 * @param name its name
 * @param comment its comment, empty without one
 * @param partitionKey the columns by which it is partitioned, if it is
 * @param columns in their order
 * @param constraints by name; NOT NULL is told by the columns
 * @param indexes by name
 * @param triggers by name, those of foreign keys left out
 * @param grants who may do what with it, but its owner
 */
public record Table(
        Place place,
        String schema,
        String name,
        String comment,
        List<String> partitionKey,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<Grant> grants)
        implements Subject {
    private static final Pattern SCOPE = Pattern.compile("\\bScope: (\\w+(?:, \\w+)*)\\.");

    public Table {
        partitionKey = List.copyOf(partitionKey);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        grants = List.copyOf(grants);
    }

    /** Its name with its schema, such as {@code wallet.tokens}. */
    public String qualified() {
        return schema + "." + name;
    }

    /** Returns the delete policy that its comment declares. */
    public Optional<DeletePolicy> deletePolicy() {
        return DeletePolicy.in(comment);
    }

    /** True if its comment declares this policy. */
    public boolean deletes(DeletePolicy policy) {
        return deletePolicy().filter(policy::equals).isPresent();
    }

    /** Returns the columns that say whose a row is, from the sentence {@code Scope: owner_id, platform.} in its comment. */
    public List<String> scope() {
        var declaration = SCOPE.matcher(comment);
        return declaration.find() ? List.of(declaration.group(1).split(", ")) : List.of();
    }

    /** True if its rows are changed: none is in an append-only table, nor where grants exist and none is for UPDATE. */
    public boolean isEdited() {
        return !deletes(DeletePolicy.APPEND_ONLY) && (grants.isEmpty() || grants("UPDATE"));
    }

    /** True if a role besides its owner has a privilege on it. */
    public boolean grants(String privilege) {
        return grants.stream().anyMatch(grant -> grant.privilege().equals(privilege));
    }

    /** Returns a column by its name as PostgreSQL reads it: in lower case, unless it was quoted. */
    public Optional<Column> column(String called) {
        var folded = called.toLowerCase(Locale.ROOT);
        return columns.stream()
                .filter(column -> column.name().equals(called) || column.name().equals(folded))
                .findFirst();
    }

    /** Its foreign keys. */
    public List<Constraint> foreignKeys() {
        return constraints(Constraint.Kind.FOREIGN_KEY);
    }

    /** Targets of its foreign keys. */
    Stream<Constraint.Reference> references() {
        return foreignKeys().stream().map(Constraint::references).flatMap(Stream::ofNullable);
    }

    /** True if all of the columns are part of foreign keys. */
    boolean refersBy(List<String> some) {
        return some.stream()
                .allMatch(column ->
                        foreignKeys().stream().anyMatch(key -> key.columns().contains(column)));
    }

    /** Its primary key. */
    public Optional<Constraint> primaryKey() {
        return constraints(Constraint.Kind.PRIMARY_KEY).stream().findFirst();
    }

    /** Its constraints of one kind. */
    public List<Constraint> constraints(Constraint.Kind kind) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == kind)
                .toList();
    }
}
