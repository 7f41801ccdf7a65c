// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.catalog.Constraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that earlier changesets have made, as far as their text tells: tables with columns, enums, schemas, indexes and the
 * constraints that no row has been checked against.
 *
 * {@snippet :
 * boolean known = changeset.before().tableOf(index).isPresent();
 * }
 */
public final class Known {
    /** A column as it was left. */
    public record KnownColumn(String type, boolean required) {}

    private final Map<String, Map<String, KnownColumn>> tables = new HashMap<>();
    private final Map<String, String> fileOfTable = new HashMap<>();
    private final Map<String, List<String>> enums = new HashMap<>();
    private final Map<String, Name> indexes = new HashMap<>();
    private final Map<String, ConstraintDefinition> validated = new HashMap<>();
    private final Map<String, ConstraintDefinition> unvalidated = new HashMap<>();
    private final Set<String> schemas = new HashSet<>();

    Known() {}

    /**
     * True if a table is in use, as rows and traffic may be on it: an earlier changelog made it. The changesets of one file are
     * steps of one change and are released together.
     */
    public boolean inUse(Name table, Changeset changeset) {
        var madeIn = fileOfTable.get(table.toString());
        return madeIn != null && !madeIn.equals(file(changeset));
    }

    private static String file(Changeset changeset) {
        return String.valueOf(changeset.place().file());
    }

    /** True if a schema is there already. */
    public boolean hasSchema(String schema) {
        return schemas.contains(schema);
    }

    /** Returns a column of a table. */
    public Optional<KnownColumn> column(Name table, String column) {
        return Optional.ofNullable(
                tables.getOrDefault(table.toString(), Map.of()).get(column));
    }

    /** Returns the labels of an enum, in order; none for any other type. */
    public List<String> labels(String type) {
        return enums.getOrDefault(type, List.of());
    }

    /** Returns the table that an index is on. */
    public Optional<Name> tableOf(Name index) {
        return Optional.ofNullable(indexes.get(index.local()));
    }

    /** Constraints of a table that all rows have been checked against. */
    public List<ConstraintDefinition> validated(Name table) {
        var prefix = table + "#";
        return validated.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the state after one changeset more; statements that cannot be read change nothing. */
    Known after(Changeset changeset) {
        var next = new Known();
        tables.forEach((table, columns) -> next.tables.put(table, new HashMap<>(columns)));
        next.fileOfTable.putAll(fileOfTable);
        next.enums.putAll(enums);
        next.indexes.putAll(indexes);
        next.validated.putAll(validated);
        next.unvalidated.putAll(unvalidated);
        next.schemas.addAll(schemas);
        changeset.actions().forEach(action -> next.take(action, changeset));
        return next;
    }

    private void take(Action action, Changeset changeset) {
        if (action instanceof Action.CreateTable made) {
            var columns = new HashMap<String, KnownColumn>();
            made.columns().forEach(column -> columns.put(column.name(), known(column)));
            tables.put(made.on().toString(), columns);
            fileOfTable.put(made.on().toString(), file(changeset));
            made.constraints().forEach(constraint -> constrain(made.on(), constraint));
        } else if (action instanceof Action.AddColumn added) {
            columns(added.on()).put(added.column().name(), known(added.column()));
        } else if (action instanceof Action.AddConstraint added) {
            constrain(added.on(), added.constraint());
        } else if (action instanceof Action.ValidateConstraint valid) {
            var key = valid.on() + "#" + valid.constraint();
            validated.computeIfAbsent(key, unvalidated::remove);
        } else if (action instanceof Action.ChangeType change) {
            columns(change.on())
                    .computeIfPresent(
                            change.column(), (name, column) -> new KnownColumn(change.type(), column.required()));
        } else if (action instanceof Action.SetNotNull tightened) {
            columns(tightened.on())
                    .computeIfPresent(tightened.column(), (name, column) -> new KnownColumn(column.type(), true));
        } else if (action instanceof Action.CreateEnum made) {
            enums.put(made.on().toString(), made.labels());
        } else if (action instanceof Action.AddLabel added) {
            label(added);
        } else if (action instanceof Action.CreateIndex made) {
            indexes.put(String.valueOf(made.name()), made.on());
        } else if (action instanceof Action.Create made && made.kind().equals("SCHEMA")) {
            schemas.add(made.on().local());
        } else if (action instanceof Action.Drop dropped) {
            drop(dropped);
        } else if (action instanceof Action.Rename renamed) {
            rename(renamed);
        }
    }

    private void label(Action.AddLabel added) {
        var labels = new ArrayList<>(labels(added.on().toString()));
        int neighbor = labels.indexOf(added.neighbor());
        labels.add(neighbor < 0 ? labels.size() : added.before() ? neighbor : neighbor + 1, added.label());
        enums.put(added.on().toString(), List.copyOf(labels));
    }

    private void drop(Action.Drop dropped) {
        var what = dropped.on().toString();
        switch (dropped.kind()) {
            case "TABLE" -> {
                tables.remove(what);
                fileOfTable.remove(what);
            }
            case "COLUMN" -> columns(dropped.on()).remove(dropped.part());
            case "CONSTRAINT" -> validated.remove(what + "#" + dropped.part());
            case "TYPE" -> enums.remove(what);
            case "SCHEMA" -> schemas.remove(dropped.on().local());
            case "INDEX" -> indexes.remove(dropped.on().local());
            default -> {}
        }
    }

    private void rename(Action.Rename renamed) {
        var from = renamed.on().toString();
        var to = new Name(renamed.on().schema(), renamed.to()).toString();
        switch (renamed.kind()) {
            case "COLUMN" -> {
                var column = columns(renamed.on()).remove(renamed.from());
                if (column != null) {
                    columns(renamed.on()).put(renamed.to(), column);
                }
            }
            case "TABLE" -> {
                tables.put(to, tables.getOrDefault(from, new HashMap<>()));
                fileOfTable.put(to, fileOfTable.getOrDefault(from, ""));
            }
            case "TYPE" -> enums.put(to, labels(from));
            default -> {}
        }
    }

    private Map<String, KnownColumn> columns(Name table) {
        return tables.computeIfAbsent(table.toString(), name -> new HashMap<>());
    }

    private void constrain(Name table, ConstraintDefinition constraint) {
        (constraint.notValid() ? unvalidated : validated).put(table + "#" + constraint.name(), constraint);
    }

    private static KnownColumn known(ColumnDefinition column) {
        boolean key =
                column.constraints().stream().anyMatch(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY);
        return new KnownColumn(column.type(), column.required() || key);
    }
}
