// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.query.Tables;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;

/** The rule of MyBatis's second-level caches. */
final class CacheRules {
    static final List<Rule> RULES = List.of(staleCache());

    private CacheRules() {}

    private static Rule staleCache() {
        return Rule.of("stale-cache").core().whole(Checkpoint.MAPPER, CacheRules::staleReads);
    }

    private static void staleReads(Project project, Findings findings) {
        var mappers = Mappers.of(project);
        mappers.files().forEach(file -> findings.looked());
        var readers = mappers.statements().stream().filter(CacheRules::isCached).toList();
        if (readers.isEmpty()) {
            return; // without asking for a database, which may not be given
        }
        var writers = writers(project);
        for (var reader : readers) {
            for (var table : tables(project, reader)) {
                var stale = writers.getOrDefault(table, Set.of()).stream()
                        .filter(writer -> !clears(writer, reader.cache()))
                        .map(MapperStatement::toString)
                        .sorted()
                        .toList();
                if (!stale.isEmpty()) {
                    findings.violation(
                            reader,
                            "keeps rows of " + table + " in the cache of " + simpleName(reader.cache())
                                    + ", which is not cleared by " + String.join(", ", stale));
                }
            }
        }
    }

    private static boolean isCached(MapperStatement statement) {
        return !statement.cache().isEmpty()
                && statement
                        .mapped()
                        .filter(mapped -> mapped.getSqlCommandType() == SqlCommandType.SELECT && mapped.isUseCache())
                        .isPresent();
    }

    private static boolean clears(MapperStatement writer, String cache) {
        return writer.cache().equals(cache)
                && writer.mapped().filter(MappedStatement::isFlushCacheRequired).isPresent();
    }

    /** The statements that write to each table. */
    private static Map<String, Set<MapperStatement>> writers(Project project) {
        var writers = new HashMap<String, Set<MapperStatement>>();
        for (var statement : Mappers.of(project).statements()) {
            statement.variants().stream()
                    .flatMap(variant -> Tables.of(project).written(variant.sql()).stream())
                    .forEach(table -> writers.computeIfAbsent(table, any -> new LinkedHashSet<>())
                            .add(statement));
        }
        return writers;
    }

    private static Set<String> tables(Project project, MapperStatement statement) {
        var names = new TreeSet<String>();
        for (var variant : statement.variants()) {
            Tables.of(project).named(variant.sql()).stream()
                    .map(Table::qualified)
                    .forEach(names::add);
        }
        return names;
    }

    private static String simpleName(String namespace) {
        return namespace.substring(namespace.lastIndexOf('.') + 1);
    }
}
