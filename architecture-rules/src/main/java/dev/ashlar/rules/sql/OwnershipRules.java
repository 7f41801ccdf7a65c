// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.query.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rule of tables and the contexts whose mappers use them. */
final class OwnershipRules {
    static final List<Rule> RULES = List.of(mappers());

    private OwnershipRules() {}

    private static Rule mappers() {
        return Rule.of("one-owner-per-table")
                .each(Checkpoint.HARNESS, OwnershipRules::filesWithStatements, (file, findings) -> {
                    var mapper = file.mapper();
                    if (mapper == null || !mapper.isInterface()) {
                        findings.violation(
                                file,
                                "no interface is called " + file.namespace() + ", so nobody calls its statements");
                    }
                })
                .whole(Checkpoint.HARNESS, (project, findings) -> {
                    users(project).forEach((table, contexts) -> {
                        findings.looked();
                        if (contexts.size() > 1) {
                            findings.violation(Catalog.of(project).place(table), table + " is used by " + contexts);
                        }
                    });
                });
    }

    private static List<MapperFile> filesWithStatements(Project project) {
        return Mappers.of(project).statements().stream()
                .map(MapperStatement::file)
                .distinct()
                .toList();
    }

    /** For each table that a statement uses, the contexts, each with the first of its statements. */
    private static Map<String, Set<String>> users(Project project) {
        var users = new TreeMap<String, Map<String, String>>();
        for (var prepared : Preparation.of(project).usable()) {
            var context = context(project, prepared.statement());
            for (var table : Tables.of(project).named(prepared.variant().sql())) {
                users.computeIfAbsent(table.qualified(), any -> new TreeMap<>())
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
