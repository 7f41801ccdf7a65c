// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Table;
import dev.ashlar.rules.sql.parse.MapperFile;
import dev.ashlar.rules.sql.query.Nodes;
import dev.ashlar.rules.sql.query.NormalizedSql;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;

/** Conditions that do something else than their author meant. */
final class ConditionRules {
    private static final Set<String> NEVER_NULL = Set.of("count", "coalesce");

    static final List<Rule> RULES = List.of(
            Rule.of("not-in-nullable")
                    .with(Reading.check(
                            reading -> !excluded(reading).isEmpty(),
                            (reading, breach) ->
                                    excluded(reading).forEach(subquery -> mayBeNull(reading, subquery, breach)))),
            Rule.of("null-comparison")
                    .with(Reading.check(
                            reading -> !compared(reading.query()).isEmpty(), ConditionRules::nullComparison)),
            Rule.of("function-on-column")
                    .with(Reading.check(reading -> !sides(reading).isEmpty(), ConditionRules::wrapped)),
            Rule.of("leading-wildcard")
                    .with(Reading.check(
                            reading -> !likes(reading).isEmpty(),
                            (reading, breach) -> likes(reading).stream()
                                    .filter(like -> beginsWild(reading, like.getRightExpression())
                                            && !hasTrigrams(reading, like))
                                    .forEach(like ->
                                            breach.accept(like + " begins with a wildcard, and no trigram index is on "
                                                    + like.getLeftExpression())))));

    private ConditionRules() {}

    /** Returns the subqueries that a column must differ from in all rows. */
    private static List<Query> excluded(Reading reading) {
        var query = reading.query();
        var negated = query.own(NotExpression.class).stream()
                .flatMap(not -> Nodes.conjuncts(not.getExpression()).stream())
                .toList();
        var lists = query.own(InExpression.class).stream()
                .filter(in -> in.isNot() || negated.contains(in))
                .map(InExpression::getRightExpression);
        var alls = query.own(NotEqualsTo.class).stream()
                .map(BinaryExpression::getRightExpression)
                .filter(AnyComparisonExpression.class::isInstance)
                .map(all -> ((AnyComparisonExpression) all).getSelect());
        var selects =
                Stream.concat(lists, alls).filter(Select.class::isInstance).toList();
        return query.inner().stream()
                .filter(inner -> selects.stream().anyMatch(inner::isWrittenAs))
                .toList();
    }

    private static void mayBeNull(Reading outer, Query subquery, Consumer<String> breach) {
        var reading = new Reading(outer.project(), outer.variant(), subquery);
        for (var item : subquery.items()) {
            var value = item.getExpression();
            boolean excluded = subquery.conditions().stream()
                    .anyMatch(condition -> condition instanceof IsNullExpression isNull
                            && isNull.isNot()
                            && NormalizedSql.text(isNull.getLeftExpression()).equals(NormalizedSql.text(value)));
            if (!excluded && mayBeNull(reading, value)) {
                breach.accept("NOT IN (" + subquery + "), where " + value + " may be null");
            }
        }
    }

    private static boolean mayBeNull(Reading reading, Expression value) {
        if (value instanceof Column column) {
            boolean outerJoined =
                    reading.source(column).filter(Source::nullable).isPresent();
            return outerJoined
                    || reading.origin(column)
                            .flatMap(origin -> origin.table().column(origin.column()))
                            .map(found -> !found.notNull())
                            .orElse(true);
        }
        return value instanceof NullValue
                || (value instanceof Function function
                        && !NEVER_NULL.contains(
                                String.valueOf(function.getName()).toLowerCase(Locale.ROOT)));
    }

    private static void nullComparison(Reading reading, Consumer<String> breach) {
        for (var comparison : compared(reading.query())) {
            if (Nodes.children(comparison).stream().anyMatch(NullValue.class::isInstance)
                    || (comparison instanceof InExpression in && hasNull(in.getRightExpression()))) {
                breach.accept("compares with NULL: " + comparison);
            }
        }
    }

    private static boolean hasNull(Expression values) {
        return values instanceof ParenthesedExpressionList<?> list
                && list.stream().anyMatch(NullValue.class::isInstance);
    }

    private static final List<Class<? extends Expression>> COMPARISONS =
            List.of(ComparisonOperator.class, Between.class, InExpression.class, LikeExpression.class);

    private static List<Expression> compared(Query query) {
        return query.own(Expression.class).stream()
                .filter(part -> COMPARISONS.stream().anyMatch(type -> type.isInstance(part)))
                .toList();
    }

    private static void wrapped(Reading reading, Consumer<String> breach) {
        for (var side : sides(reading)) {
            var table = reading.only(side).flatMap(reading::table).orElse(null);
            if (side instanceof Column || table == null || isKey(table, side)) {
                continue;
            }
            Nodes.columns(side).stream()
                    .map(NormalizedSql::text)
                    .filter(column -> table.indexes().stream()
                            .anyMatch(index -> index.keys().get(0).equals(column)))
                    .findFirst()
                    .ifPresent(column ->
                            breach.accept("compares " + side + ", which the index on " + column + " does not serve"));
        }
    }

    /** True if an index is on an expression; one on a column alone does not serve a cast of it. */
    private static boolean isKey(Table table, Expression expression) {
        boolean casts = Nodes.has(expression, CastExpression.class);
        return table.indexes().stream()
                .flatMap(index -> index.keys().stream())
                .filter(key -> !casts || key.contains("::"))
                .anyMatch(key -> NormalizedSql.text(key).equals(NormalizedSql.text(expression)));
    }

    /** Expressions that a query's conditions compare, as far as they use columns of one source. */
    private static List<Expression> sides(Reading reading) {
        return reading.query()
                .allConditions()
                .flatMap(condition -> Nodes.within(condition, Expression.class).stream())
                .<Expression>flatMap(part -> operands(part))
                .filter(side -> reading.only(side).isPresent())
                .toList();
    }

    private static Stream<? extends Expression> operands(Expression part) {
        if (part instanceof ComparisonOperator comparison) {
            return Stream.of(comparison.getLeftExpression(), comparison.getRightExpression())
                    .flatMap(side -> elements(side));
        }
        if (part instanceof LikeExpression like) {
            return Stream.of(like.getLeftExpression());
        }
        if (part instanceof Between between) {
            return Stream.of(between.getLeftExpression());
        }
        return part instanceof InExpression in ? elements(in.getLeftExpression()) : Stream.of();
    }

    /** Returns the elements of a row, (a, b) < (?, ?); else the expression itself. */
    private static Stream<? extends Expression> elements(Expression side) {
        return side instanceof ParenthesedExpressionList<?> row ? row.stream() : Stream.of(side);
    }

    private static List<LikeExpression> likes(Reading reading) {
        return reading.query().own(LikeExpression.class);
    }

    private static boolean beginsWild(Reading reading, Expression pattern) {
        if (pattern instanceof StringValue text) {
            return text.getValue().startsWith("%") || text.getValue().startsWith("_");
        }
        if (pattern instanceof Concat concat) {
            return beginsWild(reading, concat.getLeftExpression());
        }
        if (pattern instanceof Function function) {
            return function.getParameters() != null
                    && !function.getParameters().isEmpty()
                    && beginsWild(reading, function.getParameters().get(0));
        }
        return pattern instanceof JdbcParameter parameter && beginsWild(reading, parameter);
    }

    /** True if a parameter is bound by {@code <bind>} to a text that begins with a wildcard. */
    private static boolean beginsWild(Reading reading, JdbcParameter parameter) {
        var name = reading.variant().parameters().get(parameter.getIndex() - 1).path();
        return MapperFile.elements(reading.statement().element(), Set.of("bind")).stream()
                .filter(bind -> bind.getAttribute("name").equals(name))
                .anyMatch(bind -> bind.getAttribute("value").strip().matches("['\"][%_].*"));
    }

    private static boolean hasTrigrams(Reading reading, LikeExpression like) {
        var table = reading.only(like.getLeftExpression()).flatMap(reading::table);
        return table.isPresent()
                && table.get().indexes().stream()
                        .filter(index -> index.definition().contains("_trgm_ops"))
                        .flatMap(index -> index.keys().stream())
                        .anyMatch(key -> NormalizedSql.text(key).equals(NormalizedSql.text(like.getLeftExpression())));
    }
}
