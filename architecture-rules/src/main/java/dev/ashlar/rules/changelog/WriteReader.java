// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.util.ArrayList;
import java.util.List;

/** Reads statements that change rows. */
final class WriteReader {
    private WriteReader() {}

    static List<Action> read(Cursor cursor) {
        if (cursor.takes("COPY")) {
            return List.of(new Action.Write("COPY", cursor.name(), false, false, false, List.of()));
        }
        if (cursor.takes("TRUNCATE")) {
            cursor.takes("TABLE");
            cursor.takes("ONLY");
            var tables = cursor.names();
            boolean cascades = cursor.contains("CASCADE");
            return tables.stream()
                    .<Action>map(table -> new Action.Write("TRUNCATE", table, false, false, cascades, List.of()))
                    .toList();
        }
        var writes = new ArrayList<Action>();
        boolean reads = cursor.contains("FROM");
        boolean filtered = cursor.contains("WHERE") || cursor.contains("CONFLICT");
        for (; !cursor.atEnd(); cursor.next()) {
            if (cursor.takes("INSERT", "INTO")) {
                var table = cursor.name();
                var columns = cursor.sees("(") ? cursor.columns() : List.<String>of();
                writes.add(new Action.Write("INSERT", table, reads, filtered, false, columns));
            } else if (cursor.takes("DELETE", "FROM")) {
                cursor.takes("ONLY");
                writes.add(new Action.Write("DELETE", cursor.name(), true, filtered, false, List.of()));
            } else if (cursor.takes("MERGE", "INTO")) {
                writes.add(new Action.Write("MERGE", cursor.name(), true, true, false, List.of()));
            } else if (cursor.sees("UPDATE") && !cursor.sees("UPDATE", "SET")) {
                cursor.needs("UPDATE");
                cursor.takes("ONLY");
                var table = cursor.name();
                writes.add(new Action.Write("UPDATE", table, true, filtered, false, set(cursor)));
            }
            if (cursor.atEnd()) {
                break;
            }
        }
        return writes.isEmpty() ? List.of(new Action.RunQuery(new Name("", ""))) : writes;
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
