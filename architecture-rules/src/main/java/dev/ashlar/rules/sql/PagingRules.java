// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.ResultRow;
import dev.ashlar.rules.sql.query.ColumnOrigin;
import dev.ashlar.rules.sql.query.Equalities;
import dev.ashlar.rules.sql.query.NormalizedSql;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Rules of paged lists. */
final class PagingRules {
    static final List<Rule> RULES = List.of(
            Rule.of("offset-paging")
                    .with(Reading.refuse(
                            reading -> reading.query().isLimited()
                                    || reading.query().skipsRows(),
                            reading -> reading.query().skipsRows() ? "skips rows with OFFSET" : null)),
            Rule.of("unstable-order")
                    .with(Reading.refuse(
                            reading -> reading.query().isLimited() && !feedsWrite(reading.query()),
                            PagingRules::ambiguous)),
            Rule.of("limited-join")
                    .with(Reading.refuse(reading -> reading.query().isLimited(), PagingRules::multiplied)));

    private PagingRules() {}

    /** A DELETE or UPDATE that takes a batch takes any rows: those that are left it takes the next time. */
    private static boolean feedsWrite(Query query) {
        return query.outer()
                .filter(outer -> outer.node() instanceof Delete || outer.node() instanceof Update || feedsWrite(outer))
                .isPresent();
    }

    private static @Nullable String ambiguous(Reading reading) {
        var query = reading.query();
        if (query.order().isEmpty()) {
            return "cuts off unsorted rows";
        }
        var sorted = query.order().stream()
                .map(element -> meant(query, element.getExpression()))
                .toList();
        if (!(query.node() instanceof PlainSelect select)) {
            return null; // a UNION sorts by its answer's columns, of which no key is known
        }
        var order = query.order().stream().map(Object::toString).collect(Collectors.joining(", "));
        var texts = NormalizedSql.texts(sorted);
        if (select.getGroupBy() != null) {
            return select.getGroupBy().getGroupByExpressionList().stream()
                    .map(group -> NormalizedSql.text(meant(query, group)))
                    .filter(group -> !texts.contains(group))
                    .findFirst()
                    .map(group -> "ORDER BY " + order + " leaves groups with equal values in any order; add " + group)
                    .orElse(null);
        }
        if (select.getDistinct() != null
                && texts.containsAll(query.items().stream()
                        .map(item -> NormalizedSql.text(item.getExpression()))
                        .toList())) {
            return null;
        }
        var sides = new ArrayList<Equalities.Side>();
        sorted.forEach(expression -> reading.only(expression)
                .ifPresent(
                        source -> sides.add(new Equalities.Side(source, NormalizedSql.text(expression), expression))));
        var determined = new Equalities(reading).determined(sides);
        return determined.containsAll(query.sources())
                ? null
                : "ORDER BY " + order + " leaves rows with equal values in any order";
    }

    /** Resolves an element of ORDER BY or GROUP BY: a column of the answer by its number or name, else itself. */
    private static Expression meant(Query query, Expression expression) {
        if (expression instanceof LongValue number
                && number.getValue() <= query.items().size()) {
            return query.items().get((int) number.getValue() - 1).getExpression();
        }
        if (expression instanceof Column column && column.getTable() == null) {
            return named(query, column.getUnquotedColumnName()).orElse(expression);
        }
        return expression;
    }

    private static Optional<Expression> named(Query query, String name) {
        return query.items().stream()
                .filter(item ->
                        item.getAlias() != null && item.getUnquotedAliasName().equalsIgnoreCase(name))
                .<Expression>map(item -> item.getExpression())
                .findFirst();
    }

    private static @Nullable String multiplied(Reading reading) {
        var query = reading.query();
        if (!(query.node() instanceof PlainSelect select) || takesOne(select) || select.getGroupBy() != null) {
            return null;
        }
        var counted = counted(reading);
        boolean isFolded = select.getDistinct() != null && !collects(reading);
        boolean isLateral = counted.stream().anyMatch(source -> source.item() instanceof LateralSubSelect);
        if (isFolded || isLateral || counted.isEmpty()) { // a row of LATERAL belongs to the one it is made for
            return null;
        }
        var single = new Equalities(reading).determinedBy(counted);
        var many = query.sources().stream()
                .filter(source -> !counted.contains(source) && !single.contains(source))
                .map(Source::alias)
                .toList();
        return many.isEmpty()
                ? null
                : "LIMIT counts " + names(counted) + " once for each row of " + String.join(" and ", many);
    }

    /** Any one row of several serves a question for one. */
    private static boolean takesOne(PlainSelect select) {
        return select.getLimit() != null
                && select.getLimit().getRowCount() instanceof LongValue count
                && count.getValue() == 1;
    }

    /** Returns the sources whose rows the caller gets: all that are selected from, less those that fill a collection of each row. */
    private static Set<Source> counted(Reading reading) {
        var counted = new LinkedHashSet<Source>();
        for (var item : reading.query().items()) {
            if (!isCollected(reading, item)) {
                counted.addAll(sources(reading, item));
            }
        }
        return counted;
    }

    private static Collection<Source> sources(Reading reading, SelectItem<?> item) {
        var all = reading.query().sources();
        if (item.getExpression() instanceof AllTableColumns columns) {
            return all.stream()
                    .filter(source ->
                            source.alias().equalsIgnoreCase(columns.getTable().getUnquotedName()))
                    .toList();
        }
        return item.getExpression() instanceof AllColumns ? all : reading.mentioned(item.getExpression());
    }

    private static boolean collects(Reading reading) {
        return reading.query().items().stream().anyMatch(item -> isCollected(reading, item));
    }

    private static boolean isCollected(Reading reading, SelectItem<?> item) {
        var label = ColumnOrigin.name(item);
        return !label.isEmpty()
                && reading.query().outer().isEmpty()
                && ResultRow.of(reading.statement())
                        .flatMap(row -> row.part(label))
                        .filter(ResultRow.Part::isRepeated)
                        .isPresent();
    }

    private static String names(Set<Source> sources) {
        return "the rows of "
                + String.join(" and ", sources.stream().map(Source::alias).toList());
    }
}
