// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.java.Call;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.ResultRow;
import dev.ashlar.rules.sql.prepare.Prepared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Row that a statement reads without a lock, as Java sees it.
 *
 * @param statement the statement
 * @param type class of the row
 * @param isValue true if one column is the whole row
 * @param properties the flat names by which Java knows each column, by {@code schema.table.column}
 */
record ReadRow(MapperStatement statement, Class<?> type, boolean isValue, Map<String, Set<String>> properties) {

    /** Returns the row of a statement, from the variants that PostgreSQL accepts; empty if it has none. */
    static Optional<ReadRow> of(MapperStatement statement, List<Prepared> variants) {
        return ResultRow.of(statement).map(row -> of(statement, row, variants));
    }

    private static ReadRow of(MapperStatement statement, ResultRow row, List<Prepared> variants) {
        var properties = new LinkedHashMap<String, Set<String>>();
        for (var variant : variants) {
            for (var column : variant.columns()) {
                if (column.table() != null) {
                    var names = properties.computeIfAbsent(
                            column.schema() + "." + column.table() + "." + column.column(), any -> new HashSet<>());
                    names.add(ResultRow.flat(column.label()));
                    row.part(column.label()).ifPresent(part -> names.add(ResultRow.flat(part.name())));
                    mapped(statement, column.label()).forEach(name -> names.add(ResultRow.flat(name)));
                }
            }
        }
        return new ReadRow(statement, row.type(), row.filling() == ResultRow.Filling.VALUE, properties);
    }

    private static List<String> mapped(MapperStatement statement, String label) {
        var map = statement.resultMap();
        var names = new ArrayList<String>();
        if (map != null) {
            map.getResultMappings().stream()
                    .filter(mapping -> label.equalsIgnoreCase(mapping.getColumn()) && mapping.getProperty() != null)
                    .forEach(mapping -> names.add(mapping.getProperty()));
        }
        return names;
    }

    /** True if a call asks a row, or a record in it, for one of some columns. */
    boolean asks(Call call, Set<String> columns) {
        return isOfRow(type, call.owner(), new HashSet<>())
                && columns.stream()
                        .flatMap(column -> properties.getOrDefault(column, Set.of()).stream())
                        .anyMatch(ResultRow.flat(call.name()).replaceFirst("^(get|is)(?=.)", "")::equals);
    }

    private static boolean isOfRow(@Nullable Class<?> at, String owner, Set<Class<?>> seen) {
        if (at == null || !seen.add(at)) {
            return false;
        }
        return at.getName().equals(owner)
                || isOfRow(at.getSuperclass(), owner, seen)
                || (at.isRecord()
                        && Arrays.stream(at.getRecordComponents())
                                .anyMatch(component -> isOfRow(component.getType(), owner, seen)));
    }

    /** True if a statement is given such a row. */
    boolean isGivenTo(MapperStatement write) {
        var method = write.mapperMethod();
        return !isValue
                && method != null
                && Arrays.asList(method.getParameterTypes()).contains(type);
    }
}
