// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.query.Tables;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Contexts whose statements read or write a table, by the tables that they name. */
final class TableUsers {
    private TableUsers() {}

    /** For each table that a statement uses, the contexts, each with the first of its statements. */
    static Map<String, Set<String>> of(Project project) {
        var users = new TreeMap<String, Map<String, String>>();
        for (var prepared : Preparation.of(project).usable()) {
            var context = context(project, prepared.statement());
            for (var table : Tables.of(project).named(prepared.variant().sql())) {
                users.computeIfAbsent(table.qualified(), _ -> new TreeMap<>())
                        .putIfAbsent(context, context + " (" + prepared.statement() + ")");
            }
        }
        var contexts = new TreeMap<String, Set<String>>();
        users.forEach((table, all) -> contexts.put(table, new TreeSet<>(all.values())));
        return contexts;
    }

    /** The package below the project's base package, else the mapper's own package. */
    private static String context(Project project, MapperStatement statement) {
        var namespace = statement.namespace();
        try {
            for (var base : project.basePackages()) {
                if (namespace.startsWith(base + ".")) {
                    var below = namespace.substring(base.length() + 1);
                    return below.contains(".") ? below.substring(0, below.indexOf('.')) : base;
                }
            }
        } catch (NotGiven withoutClasses) {
            // Then a package is a context.
        }
        return namespace.contains(".") ? namespace.substring(0, namespace.lastIndexOf('.')) : namespace;
    }
}
