// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.catalog.Index;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.query.Equalities;
import dev.ashlar.rules.sql.query.Nodes;
import dev.ashlar.rules.sql.query.NormalizedSql;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import dev.ashlar.rules.sql.query.SqlTree;
import java.util.HashSet;
import java.util.Set;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;

/** Columns that an UPDATE sets to values from outside, whatever the row it finds by its key holds by then. */
final class UnguardedWrite {
    private UnguardedWrite() {}

    /** Returns the columns, as {@code schema.table.column}. */
    static Set<String> columns(Project project, MapperStatement statement) {
        var columns = new HashSet<String>();
        for (var variant : statement.variants()) {
            for (var query : SqlTree.of(variant.sql()).queries()) {
                if (query.node() instanceof Update) {
                    collect(new Reading(project, variant, query), columns);
                }
            }
        }
        return columns;
    }

    private static void collect(Reading reading, Set<String> columns) {
        var query = reading.query();
        var target = query.target().orElseThrow();
        var table = reading.table(target).orElse(null);
        if (table == null || query.sources().size() > 1 || isGuarded(reading, target, table)) {
            return;
        }
        for (var set : query.sets()) {
            for (int i = 0; i < set.getColumns().size() && i < set.getValues().size(); i++) {
                var value = set.getValue(i);
                if (Nodes.has(value, JdbcParameter.class) && !Nodes.has(value, Column.class)) {
                    columns.add(table.qualified() + "."
                            + NormalizedSql.text(set.getColumns().get(i)));
                }
            }
        }
    }

    /** True if a condition is on anything but the row's key, its owner and that it is not deleted. */
    private static boolean isGuarded(Reading reading, Source target, Table table) {
        var fixed = new Equalities(reading).fixed(target);
        var ignored = new HashSet<>(table.scope());
        ignored.add("deleted_at");
        table.indexes().stream()
                .filter(Index::isUnique)
                .map(index -> NormalizedSql.texts(index.keys()))
                .filter(fixed::containsAll)
                .forEach(ignored::addAll);
        return reading.query().conditions().stream()
                .anyMatch(condition -> Nodes.has(condition, Select.class)
                        || !ignored.containsAll(NormalizedSql.texts(Nodes.columns(condition))));
    }
}
