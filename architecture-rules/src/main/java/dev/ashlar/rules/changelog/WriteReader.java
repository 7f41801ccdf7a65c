// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.util.ArrayList;
import java.util.List;

/** Reads statements that change rows. */
final class WriteReader {
    private WriteReader() {}

    static List<Action> read(Cursor cursor) {
        if (cursor.takes("COPY")) {
            return List.of(write("COPY", cursor.name(), false, false));
        }
        if (cursor.takes("TRUNCATE")) {
            cursor.takes("TABLE");
            cursor.takes("ONLY");
            return cursor.names().stream()
                    .map(table -> write("TRUNCATE", table, false, false))
                    .toList();
        }
        var writes = new ArrayList<Action>();
        boolean reads = cursor.contains("FROM");
        boolean filtered = cursor.contains("WHERE") || cursor.contains("CONFLICT");
        while (!cursor.atEnd()) {
            if (cursor.takes("INSERT", "INTO")) {
                var table = cursor.name();
                var columns = cursor.sees("(") ? cursor.columns() : List.<String>of();
                writes.add(new Action.Write("INSERT", table, reads, filtered, columns));
            } else if (cursor.takes("DELETE", "FROM")) {
                cursor.takes("ONLY");
                writes.add(write("DELETE", cursor.name(), true, filtered));
            } else if (cursor.takes("MERGE", "INTO")) {
                writes.add(write("MERGE", cursor.name(), true, true));
            } else if (cursor.sees("UPDATE") && !cursor.sees("UPDATE", "SET")) {
                cursor.needs("UPDATE");
                cursor.takes("ONLY");
                writes.add(new Action.Write("UPDATE", cursor.name(), true, filtered, set(cursor)));
            } else {
                cursor.next();
            }
        }
        return writes.isEmpty() ? List.of(new Action.RunQuery(new Name("", ""))) : writes;
    }

    private static Action write(String verb, Name table, boolean reads, boolean filtered) {
        return new Action.Write(verb, table, reads, filtered, List.of());
    }

    private static List<String> set(Cursor cursor) {
        if (!cursor.passes("SET")) {
            return List.of();
        }
        var columns = new ArrayList<String>();
        var assignments = Token.of(cursor.until("FROM", "WHERE", "RETURNING"), 1);
        boolean target = true;
        int depth = 0;
        for (var token : assignments) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (target && token.isName()) {
                columns.add(token.name());
            }
            target = (target && !token.is("=")) || (depth == 0 && token.is(","));
        }
        return List.copyOf(columns);
    }
}
