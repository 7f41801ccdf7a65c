// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what a statement does. What it does not know it refuses: a statement is never passed over. */
final class StatementReader {
    private static final String[] KINDS =
            ("MATERIALIZED VIEW,FOREIGN TABLE,TEXT SEARCH CONFIGURATION,EVENT TRIGGER,DEFAULT PRIVILEGES"
                            + ",TABLE,SCHEMA,TYPE,INDEX,VIEW,SEQUENCE,FUNCTION,PROCEDURE,TRIGGER,EXTENSION,DOMAIN,POLICY,ROLE,USER,STATISTICS"
                            + ",CONSTRAINT,COLUMN,DATABASE,AGGREGATE,RULE,PUBLICATION")
                    .split(",", -1);
    private static final Set<String> ON_A_TABLE = Set.of("TRIGGER", "POLICY", "RULE", "CONSTRAINT", "STATISTICS");
    private static final Set<String> QUERIES = Set.of("SELECT", "VALUES", "TABLE", "EXPLAIN", "SHOW");
    private static final Set<String> UPKEEP = Set.of("ANALYZE", "VACUUM", "REINDEX", "REFRESH", "LOCK", "CLUSTER");
    private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "COPY", "TRUNCATE", "WITH");

    private StatementReader() {}

    static List<Action> read(String script, List<Token> tokens) {
        var cursor = new Cursor(script, tokens);
        var first = tokens.get(0).text().toUpperCase(Locale.ROOT);
        if (first.equals("DO")) {
            return BlockReader.read(tokens);
        }
        if (WRITES.contains(first)) {
            return WriteReader.read(cursor);
        }
        cursor.next();
        if (QUERIES.contains(first) || first.equals("(")) {
            return List.of(new Action.RunQuery(new Name("", "")));
        }
        if (UPKEEP.contains(first)) {
            return List.of(new Action.Alter(first, new Name("", ""), cursor.rest()));
        }
        return switch (first) {
            case "CREATE" -> List.of(create(cursor));
            case "ALTER" -> alter(cursor);
            case "DROP" -> drop(cursor);
            case "GRANT" -> grant(cursor);
            case "REVOKE" -> revoke(cursor);
            case "COMMENT" -> List.of(comment(cursor));
            case "SET", "RESET" -> List.of(setting(cursor));
            default -> throw new CannotTell("nothing known begins with " + first);
        };
    }

    private static String kind(Cursor cursor) {
        return known(cursor).orElseThrow(() -> new CannotTell("no kind of thing that is known" + cursor.where()));
    }

    private static Optional<String> known(Cursor cursor) {
        return Stream.of(KINDS).filter(kind -> cursor.takes(kind.split(" "))).findFirst();
    }

    private static Action create(Cursor cursor) {
        cursor.takes("OR", "REPLACE");
        if (cursor.takes("UNLOGGED") || cursor.takes("TEMPORARY") || cursor.takes("TEMP")) {
            cursor.needs("TABLE");
            return TableReader.create(cursor);
        }
        boolean unique = cursor.takes("UNIQUE");
        if (unique || cursor.sees("INDEX")) {
            return index(cursor, unique);
        }
        cursor.takes("CONSTRAINT"); // CREATE CONSTRAINT TRIGGER
        var kind = kind(cursor);
        if (kind.equals("TABLE")) {
            return TableReader.create(cursor);
        }
        cursor.takes("IF", "NOT", "EXISTS");
        if (kind.equals("SCHEMA") && cursor.sees("AUTHORIZATION")) {
            throw new CannotTell("the schema has no name");
        }
        var name = cursor.name();
        if (kind.equals("TYPE") && cursor.takes("AS", "ENUM")) {
            var labels = cursor.group().split().stream()
                    .map(label -> label.next().content())
                    .toList();
            return new Action.CreateEnum(name, labels);
        }
        return new Action.Create(kind, ON_A_TABLE.contains(kind) ? table(cursor, kind) : name, name.local());
    }

    private static Name table(Cursor cursor, String kind) {
        if (!cursor.passes(kind.equals("STATISTICS") ? "FROM" : "ON")) {
            throw new CannotTell("the " + kind + " names no table");
        }
        return cursor.name();
    }

    private static Action index(Cursor cursor, boolean unique) {
        cursor.needs("INDEX");
        boolean concurrently = cursor.takes("CONCURRENTLY");
        cursor.takes("IF", "NOT", "EXISTS");
        var name = cursor.sees("ON") ? null : cursor.identifier();
        cursor.needs("ON");
        cursor.takes("ONLY");
        return new Action.CreateIndex(name, cursor.name(), unique, concurrently);
    }

    private static List<Action> alter(Cursor cursor) {
        var kind = kind(cursor);
        if (kind.equals("TABLE")) {
            return TableReader.alter(cursor);
        }
        if (kind.equals("DEFAULT PRIVILEGES")) {
            var in = cursor.passes("IN", "SCHEMA") ? cursor.name() : new Name("", "");
            return List.of(new Action.Alter(kind, in, cursor.rest()));
        }
        cursor.takes("IF", "EXISTS");
        var name = cursor.name();
        if (cursor.takes("ADD", "VALUE")) {
            cursor.takes("IF", "NOT", "EXISTS");
            var label = cursor.next().content();
            boolean before = cursor.takes("BEFORE");
            var neighbor = before || cursor.takes("AFTER") ? cursor.next().content() : null;
            return List.of(new Action.AddLabel(name, label, neighbor, before));
        }
        if (cursor.takes("RENAME", "VALUE")) {
            var from = cursor.next().content();
            cursor.needs("TO");
            return List.of(new Action.Rename("VALUE", name, from, cursor.next().content()));
        }
        var on = ON_A_TABLE.contains(kind) && cursor.takes("ON") ? cursor.name() : name;
        if (cursor.sees("(")) {
            cursor.group(); // parameters of a function
        }
        if (cursor.takes("RENAME", "TO")) {
            return List.of(new Action.Rename(kind, on, name.local(), cursor.identifier()));
        }
        if (cursor.takes("SET", "SCHEMA")) {
            return List.of(new Action.Rename(kind, on, name.schema(), cursor.identifier()));
        }
        return List.of(new Action.Alter(kind, on, cursor.rest()));
    }

    private static List<Action> drop(Cursor cursor) {
        var kind = kind(cursor);
        boolean concurrently = cursor.takes("CONCURRENTLY");
        cursor.takes("IF", "EXISTS");
        var dropped = new ArrayList<Action>();
        for (var part : cursor.split()) {
            var name = part.name();
            dropped.add(
                    ON_A_TABLE.contains(kind) && part.takes("ON")
                            ? new Action.Drop(kind, part.name(), name.local(), concurrently)
                            : new Action.Drop(kind, name, "", concurrently));
        }
        return dropped;
    }

    private static List<Action> grant(Cursor cursor) {
        boolean given = cursor.copy().passes("ON");
        if (!given) {
            return List.of(
                    new Action.GrantPrivileges(List.of(cursor.rest()), "ROLE", new Name("", ""), List.of(), false));
        }
        var rights = Arrays.stream(cursor.until("ON").split(","))
                .map(right -> right.strip().toUpperCase(Locale.ROOT))
                .toList();
        cursor.needs("ON");
        var kind = kindOfGrant(cursor);
        var names = names(cursor);
        cursor.until("TO");
        cursor.needs("TO");
        var to = cursor.names().stream().map(Name::local).toList();
        boolean passedOn = cursor.contains("GRANT", "OPTION");
        return names.stream()
                .<Action>map(name -> new Action.GrantPrivileges(rights, kind, name, to, passedOn))
                .toList();
    }

    private static List<Action> revoke(Cursor cursor) {
        if (!cursor.passes("ON")) {
            return List.of(new Action.RevokePrivileges("ROLE", new Name("", "")));
        }
        var kind = kindOfGrant(cursor);
        return names(cursor).stream()
                .<Action>map(name -> new Action.RevokePrivileges(kind, name))
                .toList();
    }

    private static List<Name> names(Cursor cursor) {
        var names = new ArrayList<Name>();
        do {
            names.add(cursor.name());
            if (cursor.sees("(")) {
                cursor.group(); // parameters of a function
            }
        } while (cursor.takes(","));
        return names;
    }

    private static String kindOfGrant(Cursor cursor) {
        if (cursor.takes("ALL")) {
            var what = cursor.word();
            cursor.needs("IN", "SCHEMA");
            return "ALL " + what;
        }
        return known(cursor).orElse("TABLE");
    }

    private static Action comment(Cursor cursor) {
        cursor.needs("ON");
        var kind = kind(cursor);
        var name = cursor.name();
        if (kind.equals("COLUMN")) {
            // schema.table.column, or table.column
            return new Action.Comment(kind, cursor.takes(".") ? name : new Name("", name.schema()));
        }
        if (cursor.sees("(")) {
            cursor.group();
        }
        return new Action.Comment(kind, ON_A_TABLE.contains(kind) && cursor.takes("ON") ? cursor.name() : name);
    }

    private static Action setting(Cursor cursor) {
        boolean local = cursor.takes("LOCAL");
        cursor.takes("SESSION");
        var name = cursor.name();
        if (!cursor.takes("=")) {
            cursor.takes("TO");
        }
        return new Action.SetParameter(name, cursor.rest(), local);
    }
}
