// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import dev.ashlar.rules.catalog.Table;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/**
 * The column of a table that a column of a query stands for.
 *
 * @param table the table
 * @param column its column's name
 */
public record ColumnOrigin(Table table, String column) {
    /** Follows a column through WITH and subqueries to its table; empty if it is computed or cannot be told. */
    public static Optional<ColumnOrigin> of(Query query, Column column, Tables tables) {
        return query.owner(column, tables)
                .flatMap(owner -> owner.source(column, tables)
                        .flatMap(source -> of(owner, source, column.getUnquotedColumnName(), tables)));
    }

    /** Returns the same for a column of a known source. */
    public static Optional<ColumnOrigin> of(Query query, Source source, String name, Tables tables) {
        var table = tables.of(source);
        if (table.isPresent()) {
            return table.flatMap(found -> found.column(name).map(column -> new ColumnOrigin(found, column.name())));
        }
        return behind(query, source)
                .flatMap(inner -> item(source, inner, name)
                        .filter(Column.class::isInstance)
                        .flatMap(item -> of(first(inner), (Column) item, tables)));
    }

    /** Returns the query that a WITH or a subquery in FROM stands for. */
    static Optional<Query> behind(Query query, Source source) {
        if (source.item() instanceof ParenthesedSelect) {
            return query.inner().stream()
                    .filter(inner -> inner.isBehind(source))
                    .findFirst();
        }
        for (@Nullable Query at = query; at != null; at = at.outer().orElse(null)) {
            for (var inner : at.inner()) {
                if (source.cte()
                        && inner.name().filter(source.name()::equalsIgnoreCase).isPresent()) {
                    return Optional.of(inner);
                }
            }
        }
        return Optional.empty();
    }

    /** Of a UNION the first part, which names the columns. */
    private static Query first(Query query) {
        boolean wrapped = query.node() instanceof SetOperationList || query.node() instanceof ParenthesedSelect;
        return wrapped && !query.inner().isEmpty() ? first(query.inner().get(0)) : query;
    }

    private static Optional<Expression> item(Source source, Query inner, String name) {
        var items = inner.items();
        var names = names(source, inner);
        for (int i = 0; i < items.size(); i++) {
            var called = i < names.size() ? names.get(i) : name(items.get(i));
            if (called.equalsIgnoreCase(name)) {
                return Optional.of(items.get(i).getExpression());
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Source source, Query inner) {
        Alias alias = source.item().getAlias();
        if (alias != null && alias.getAliasColumns() != null) {
            return alias.getAliasColumns().stream().map(column -> column.name).toList();
        }
        return source.cte() ? inner.columnNames() : List.of();
    }

    public static String name(SelectItem<?> item) {
        if (item.getAlias() != null) {
            return item.getUnquotedAliasName();
        }
        return item.getExpression() instanceof Column column ? column.getUnquotedColumnName() : "";
    }

    @Override
    public String toString() {
        return table.qualified() + "." + column;
    }
}
