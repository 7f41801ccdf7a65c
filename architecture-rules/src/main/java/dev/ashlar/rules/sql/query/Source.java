// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Something a query reads from or writes to: a table, a WITH, a subquery, a function.
 *
 * {@snippet :
 * reading.query().sources().stream().filter(Source::nullable).forEach(source -> breach.accept("may lack " + source.alias()));
 * }
 *
 * @param item the parser's node
 * @param joinType how it comes into the query
 * @param nullable true if an outer join may leave it out of a row
 * @param on the conditions of its join that must all hold
 * @param using the columns of its USING
 * @param cte true if its name is that of a WITH
 */
public record Source(
        FromItem item, JoinType joinType, boolean nullable, List<Expression> on, List<String> using, boolean cte) {

    /** The ways in which a source comes into its query. */
    public enum JoinType {
        /** Target of an INSERT, UPDATE, DELETE or MERGE. */
        TARGET,
        /** The first one, or one behind a comma. */
        LISTED,
        /** An inner join. */
        INNER,
        /** A left, right or full join. */
        OUTER,
        /** CROSS JOIN, which says openly that there is no condition. */
        CROSS
    }

    public static Optional<Source> target(Query query) {
        return Optional.ofNullable(written(query.node()))
                .map(table -> new Source(table, JoinType.TARGET, false, List.of(), List.of(), false));
    }

    private static @Nullable Table written(Object node) {
        if (node instanceof Insert insert) {
            return insert.getTable();
        }
        if (node instanceof Update update) {
            return update.getTable();
        }
        if (node instanceof Delete delete) {
            return delete.getTable();
        }
        return node instanceof Merge merge ? merge.getTable() : null;
    }

    /** Sources of a query. An INSERT reads through the query inside it; UNION and VALUES have none. */
    public static List<Source> of(Query query) {
        var sources = new ArrayList<Source>();
        if (query.node() instanceof PlainSelect select) {
            listed(query, select.getFromItem(), sources);
            joined(query, select.getJoins(), sources);
        } else if (query.node() instanceof TableStatement all) {
            listed(query, all.getTable(), sources);
        } else if (query.node() instanceof Update update) {
            target(query).ifPresent(sources::add);
            joined(query, update.getStartJoins(), sources);
            listed(query, update.getFromItem(), sources);
            joined(query, update.getJoins(), sources);
        } else if (query.node() instanceof Delete delete) {
            target(query).ifPresent(sources::add);
            if (delete.getUsingFromItemList() != null) {
                delete.getUsingFromItemList().forEach(item -> listed(query, item, sources));
            }
            joined(query, delete.getJoins(), sources);
        } else if (query.node() instanceof Merge merge) {
            target(query).ifPresent(sources::add);
            add(query, merge.getFromItem(), JoinType.INNER, Nodes.conjuncts(merge.getOnCondition()), sources);
        }
        return List.copyOf(sources);
    }

    private static void listed(Query query, @Nullable FromItem item, List<Source> sources) {
        if (item != null) {
            add(query, item, JoinType.LISTED, List.of(), sources);
        }
    }

    private static void joined(Query query, @Nullable List<Join> joins, List<Source> sources) {
        for (var join : joins == null ? List.<Join>of() : joins) {
            if (join.isRight() || join.isFull()) {
                sources.replaceAll(Source::optional);
            }
            var on = join.getOnExpressions().stream()
                    .flatMap(condition -> Nodes.conjuncts(condition).stream())
                    .toList();
            add(query, join.getFromItem(), joinType(join), on, sources);
            sources.add(sources.remove(sources.size() - 1).using(join));
        }
    }

    private static JoinType joinType(Join join) {
        if (join.isLeft() || join.isRight() || join.isFull()) {
            return JoinType.OUTER;
        }
        return join.isSimple() ? JoinType.LISTED : join.isCross() ? JoinType.CROSS : JoinType.INNER;
    }

    private static void add(Query query, FromItem item, JoinType joinType, List<Expression> on, List<Source> sources) {
        if (item instanceof ParenthesedFromItem parenthesis && parenthesis.getAlias() == null) {
            var within = new ArrayList<Source>();
            add(query, parenthesis.getFromItem(), joinType, on, within);
            joined(query, parenthesis.getJoins(), within);
            sources.addAll(within);
            return;
        }
        boolean cte =
                item instanceof Table table && table.getSchemaName() == null && query.seesCte(table.getUnquotedName());
        sources.add(new Source(item, joinType, false, on, List.of(), cte));
    }

    private Source optional() {
        return new Source(item, joinType, true, on, using, cte);
    }

    private Source using(Join join) {
        var columns = join.getUsingColumns() == null
                ? List.<String>of()
                : join.getUsingColumns().stream()
                        .map(Column::getUnquotedColumnName)
                        .toList();
        return new Source(item, joinType, join.isLeft() || join.isFull(), on, columns, cte);
    }

    /** True if it is a table, and not a WITH, a subquery or a function. */
    public boolean isTable() {
        return item instanceof Table && !cte;
    }

    /** Returns the schema written before its name, or nothing. */
    public String schema() {
        return item instanceof Table table && table.getSchemaName() != null ? table.getUnquotedSchemaName() : "";
    }

    /** Its name, without the schema; of a subquery or function its alias. */
    public String name() {
        return item instanceof Table table ? table.getUnquotedName() : alias();
    }

    /** Returns schema and name, as the catalog calls the table. */
    public String qualifiedName() {
        return schema().isEmpty() ? name() : schema() + "." + name();
    }

    /** Returns the qualifier of its columns. */
    public String alias() {
        if (item.getAlias() != null) {
            return item.getAlias().getUnquotedName();
        }
        return item instanceof Table table ? table.getUnquotedName() : "";
    }

    /** True if it has an alias. */
    public boolean isAliased() {
        return item.getAlias() != null;
    }

    @Override
    public String toString() {
        return item.toString();
    }
}
