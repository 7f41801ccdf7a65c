// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.catalog.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads CREATE TABLE and ALTER TABLE. */
final class TableReader {
    private static final String[] AFTER_TYPE =
            ("CONSTRAINT NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES CHECK GENERATED COLLATE"
                            + " STORAGE COMPRESSION USING")
                    .split(" ", -1);
    private static final Pattern TYPE = Pattern.compile(
            "(?i)[\\w\".]+(\\s+(varying|precision))?(\\s*\\([^)]*\\))?(\\s+with(out)?\\s+time\\s+zone)?(\\s*\\[\\d*\\])*");
    private static final Set<String> SERIALS =
            Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");
    private static final Set<String> OTHER_PARTS = Set.of(
            "ENABLE", "DISABLE", "FORCE", "NO", "OWNER", "SET", "RESET", "INHERIT", "CLUSTER", "ATTACH", "DETACH",
            "REPLICA", "OF", "NOT", "ALTER");

    private TableReader() {}

    /** Reads on behind {@code CREATE TABLE}. */
    static Action create(Cursor cursor) {
        cursor.takes("IF", "NOT", "EXISTS");
        var name = cursor.name();
        if (!cursor.sees("(")) {
            return new Action.CreateTable(name, List.of(), List.of(), cursor.rest());
        }
        var columns = new ArrayList<ColumnDefinition>();
        var constraints = new ArrayList<ConstraintDefinition>();
        String derived = null;
        for (var element : cursor.group().split()) {
            if (element.sees("LIKE")) {
                derived = element.rest();
            } else if (startsConstraint(element)) {
                constraints.add(constraint(element));
            } else {
                columns.add(column(element));
            }
        }
        if (cursor.contains("INHERITS") || cursor.contains("AS")) {
            derived = cursor.rest();
        }
        return new Action.CreateTable(name, List.copyOf(columns), List.copyOf(constraints), derived);
    }

    /** Reads on behind {@code ALTER TABLE}. */
    static List<Action> alter(Cursor cursor) {
        cursor.takes("IF", "EXISTS");
        cursor.takes("ONLY");
        var table = cursor.name();
        cursor.takes("*");
        return cursor.split().stream().map(part -> part(table, part)).toList();
    }

    private static Action part(Name table, Cursor part) {
        if (part.takes("ADD")) {
            if (startsConstraint(part)) {
                return new Action.AddConstraint(table, constraint(part));
            }
            part.takes("COLUMN");
            part.takes("IF", "NOT", "EXISTS");
            return new Action.AddColumn(table, column(part));
        }
        if (part.takes("DROP")) {
            var kind = part.takes("CONSTRAINT") ? "CONSTRAINT" : "COLUMN";
            part.takes("COLUMN");
            part.takes("IF", "EXISTS");
            return new Action.Drop(kind, table, part.identifier(), false);
        }
        if (part.takes("VALIDATE", "CONSTRAINT")) {
            return new Action.ValidateConstraint(table, part.identifier());
        }
        if (part.takes("RENAME")) {
            return rename(table, part);
        }
        if (part.takes("SET", "SCHEMA")) {
            return new Action.Rename("TABLE", table, table.schema(), part.identifier());
        }
        if (part.sees("ALTER") && !part.sees("ALTER", "CONSTRAINT")) {
            return column(table, part);
        }
        var what = part.copy();
        if (OTHER_PARTS.contains(part.word())) {
            return new Action.Alter("TABLE", table, what.rest());
        }
        throw new CannotTell("no known part of ALTER TABLE: " + what.rest());
    }

    private static Action rename(Name table, Cursor part) {
        if (part.takes("TO")) {
            return new Action.Rename("TABLE", table, table.local(), part.identifier());
        }
        var kind = part.takes("CONSTRAINT") ? "CONSTRAINT" : "COLUMN";
        part.takes("COLUMN");
        var from = part.identifier();
        part.needs("TO");
        return new Action.Rename(kind, table, from, part.identifier());
    }

    private static Action column(Name table, Cursor part) {
        part.needs("ALTER");
        part.takes("COLUMN");
        var column = part.identifier();
        if (part.takes("TYPE") || part.takes("SET", "DATA", "TYPE")) {
            var type = part.until("USING", "COLLATE");
            return new Action.ChangeType(table, column, type, part.contains("USING"));
        }
        if (part.takes("SET", "NOT", "NULL")) {
            return new Action.SetNotNull(table, column);
        }
        if (part.seesOneOf("SET", "DROP", "ADD", "RESTART", "RESET")) {
            return new Action.Alter("COLUMN", table, column + " " + part.rest());
        }
        throw new CannotTell("no known part of ALTER COLUMN " + column + part.where());
    }

    private static boolean startsConstraint(Cursor element) {
        return element.seesOneOf("CONSTRAINT", "CHECK", "EXCLUDE")
                || element.sees("PRIMARY", "KEY")
                || element.sees("FOREIGN", "KEY")
                || element.sees("UNIQUE");
    }

    private static ConstraintDefinition constraint(Cursor cursor) {
        var text = cursor.copy().rest();
        var name = cursor.takes("CONSTRAINT") ? cursor.identifier() : null;
        if (cursor.takes("FOREIGN", "KEY")) {
            var columns = cursor.columns();
            cursor.needs("REFERENCES");
            return reference(name, columns, cursor, text);
        }
        if (cursor.takes("CHECK")) {
            cursor.group();
            return simple(name, Kind.CHECK, List.of(), cursor, text);
        }
        if (cursor.takes("EXCLUDE")) {
            cursor.until("(");
            cursor.group();
            return simple(name, Kind.EXCLUSION, List.of(), cursor, text);
        }
        var kind = cursor.takes("PRIMARY", "KEY") ? Kind.PRIMARY_KEY : Kind.UNIQUE;
        if (kind == Kind.UNIQUE) {
            cursor.needs("UNIQUE");
            cursor.takes("NULLS", "NOT", "DISTINCT");
            cursor.takes("NULLS", "DISTINCT");
        }
        return simple(name, kind, cursor.sees("(") ? cursor.columns() : List.of(), cursor, text);
    }

    private static ConstraintDefinition simple(
            @Nullable String name, Kind kind, List<String> columns, Cursor rest, String text) {
        boolean notValid = rest.contains("NOT", "VALID");
        return new ConstraintDefinition(
                name, kind, columns, List.of(), null, notValid, rest.contains("USING", "INDEX"), text);
    }

    private static ConstraintDefinition reference(
            @Nullable String name, List<String> columns, Cursor cursor, String text) {
        cursor.name(); // the table
        var targets = cursor.sees("(") ? cursor.columns() : List.<String>of();
        if (cursor.takes("MATCH")) {
            cursor.next();
        }
        String onDelete = null;
        while (cursor.takes("ON")) {
            boolean delete = cursor.takes("DELETE");
            if (!delete) {
                cursor.needs("UPDATE");
            }
            var action = cursor.word();
            if (action.equals("SET") || action.equals("NO")) {
                action += " " + cursor.word();
            }
            if (cursor.sees("(")) {
                action += " (" + String.join(", ", cursor.columns()) + ")";
            }
            onDelete = delete ? action : onDelete;
        }
        return new ConstraintDefinition(
                name, Kind.FOREIGN_KEY, columns, targets, onDelete, cursor.contains("NOT", "VALID"), false, text);
    }

    private static ColumnDefinition column(Cursor cursor) {
        var name = cursor.identifier();
        var type = cursor.until(AFTER_TYPE);
        if (!TYPE.matcher(type).matches()) {
            throw new CannotTell("the type of " + name + " is not known: " + type);
        }
        boolean required = false;
        boolean generated = false;
        boolean identity = SERIALS.contains(type.toLowerCase(Locale.ROOT));
        String defaultValue = null;
        String constraint = null;
        var constraints = new ArrayList<ConstraintDefinition>();
        while (!cursor.atEnd()) {
            var text = cursor.copy();
            if (cursor.takes("CONSTRAINT")) {
                constraint = cursor.identifier();
                continue;
            } else if (cursor.takes("NOT", "NULL")) {
                required = true;
            } else if (cursor.takes("DEFAULT")) {
                defaultValue = cursor.takes("NULL") ? "NULL" : cursor.until(AFTER_TYPE);
            } else if (cursor.takes("GENERATED")) {
                cursor.until("AS");
                cursor.needs("AS");
                if (cursor.takes("IDENTITY")) {
                    identity = true;
                } else {
                    generated = true;
                }
                if (cursor.sees("(")) {
                    cursor.group();
                }
                cursor.takes("STORED");
                cursor.takes("VIRTUAL");
            } else if (cursor.takes("REFERENCES")) {
                constraints.add(reference(constraint, List.of(name), cursor, text.rest()));
            } else if (cursor.takes("CHECK")) {
                cursor.group();
                cursor.takes("NO", "INHERIT");
                constraints.add(simple(constraint, Kind.CHECK, List.of(), cursor.copy(), text.rest()));
            } else if (cursor.takes("PRIMARY", "KEY")) {
                constraints.add(
                        simple(constraint, Kind.PRIMARY_KEY, List.of(name), new Cursor("", List.of()), text.rest()));
            } else if (cursor.takes("UNIQUE")) {
                cursor.until(AFTER_TYPE);
                constraints.add(simple(constraint, Kind.UNIQUE, List.of(name), new Cursor("", List.of()), text.rest()));
            } else if (!cursor.takes("NULL")) {
                other(cursor);
            }
            constraint = null;
        }
        return new ColumnDefinition(name, type, required, defaultValue, generated, identity, constraints);
    }

    private static void other(Cursor cursor) {
        if (cursor.takes("COLLATE")) {
            cursor.name();
        } else if (cursor.seesOneOf("STORAGE", "COMPRESSION", "INITIALLY")) {
            cursor.next();
            cursor.next();
        } else if (!cursor.takes("DEFERRABLE") && !cursor.takes("NOT", "DEFERRABLE")) {
            throw new CannotTell("no known part of a column" + cursor.where());
        }
    }
}
