// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Index;
import dev.ashlar.rules.sql.query.Equalities;
import dev.ashlar.rules.sql.query.Nodes;
import dev.ashlar.rules.sql.query.NormalizedSql;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import dev.ashlar.rules.sql.query.SqlTree;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.InsertConflictTarget;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Rules of writing statements. */
final class WriteRules {
    private static final String VERSION = "version";
    private static final Set<String> BOOKKEEPING = Set.of(VERSION, "updated_at");

    static final List<Rule> RULES = List.of(
            Rule.of("unkeyed-write")
                    .with(Reading.refuse(reading -> isChange(reading.query()), WriteRules::keyPredicate)),
            Rule.also("optimistic-lock")
                    .with(Reading.refuse(
                            reading -> reading.query().node() instanceof Update
                                    && reading.target()
                                            .flatMap(table -> table.column(VERSION))
                                            .isPresent(),
                            WriteRules::guarded)),
            Rule.of("stale-update-refused")
                    .with(Reading.refuse(WriteRules::isVersionGuarded, WriteRules::consumedCount)),
            Rule.of("version-increment")
                    .with(Reading.refuse(
                            WriteRules::isVersionGuarded,
                            reading -> countsUp(reading) ? null : "guards on version and leaves it as it is")),
            Rule.of("on-conflict-target")
                    .with(Reading.refuse(
                            reading -> reading.query().node() instanceof Insert insert
                                    && insert.getConflictAction() != null,
                            WriteRules::unmatched)),
            Rule.of("limit-once")
                    .with(Reading.check(
                            reading -> isChange(reading.query())
                                    && SqlTree.of(reading.variant().sql()).queries().stream()
                                            .anyMatch(WriteRules::takesSome),
                            (reading, breach) -> repeatable(reading.query())
                                    .filter(WriteRules::takesSome)
                                    .forEach(subquery -> breach.accept("may run again for each row: " + subquery)))));

    private WriteRules() {}

    private static @Nullable String keyPredicate(Reading reading) {
        var target = reading.query().target().orElseThrow();
        return namesKey(reading, target)
                        || reading.query().conditions().stream()
                                .anyMatch(condition -> says(condition, part -> restricts(reading, target, part)))
                ? null
                : "may change every row of " + target.qualifiedName();
    }

    /** True if the conditions leave one row at most, as constants do that make up a key. */
    private static boolean namesKey(Reading reading, Source target) {
        return reading.table(target).isPresent() && new Equalities(reading).determines(target, Set.of());
    }

    /** True if a condition says something that holds for all rows it lets through: each alternative says it, or one of those joined by AND. */
    private static boolean says(Expression condition, Predicate<Expression> wanted) {
        var parts = Nodes.conjuncts(condition);
        if (parts.size() > 1) {
            return parts.stream().anyMatch(part -> says(part, wanted));
        }
        var only = parts.get(0); // without the parentheses around it
        return only instanceof OrExpression either
                ? says(either.getLeftExpression(), wanted) && says(either.getRightExpression(), wanted)
                : wanted.test(only);
    }

    /** True if a condition holds an indexed column of the target against something from outside its row. */
    private static boolean restricts(Reading reading, Source target, Expression condition) {
        var table = reading.table(target);
        boolean indexed = Nodes.columns(condition).stream()
                .filter(column -> reading.source(column).filter(target::equals).isPresent())
                .anyMatch(column -> table.isEmpty()
                        || table.get().indexes().stream()
                                .anyMatch(index -> index.keys().stream()
                                        .anyMatch(key ->
                                                key.matches("(?i).*\\b" + column.getUnquotedColumnName() + "\\b.*"))));
        boolean fromOutside = Nodes.has(condition, JdbcParameter.class)
                || Nodes.has(condition, Select.class)
                || Nodes.columns(condition).stream()
                        .anyMatch(column -> reading.source(column)
                                .filter(source -> !source.equals(target))
                                .isPresent());
        return indexed && fromOutside;
    }

    /** True if an UPDATE holds the version it read against the row's: the optimistic lock. */
    static boolean isVersionGuarded(Reading reading) {
        return reading.query().node() instanceof Update
                && reading.query().conditions().stream()
                        .anyMatch(condition -> condition instanceof EqualsTo equality
                                && isVersion(equality.getLeftExpression())
                                && Nodes.has(equality.getRightExpression(), JdbcParameter.class));
    }

    private static boolean isVersion(Expression expression) {
        return expression instanceof Column column
                && column.getUnquotedColumnName().equalsIgnoreCase(VERSION);
    }

    /** A versioned row is edited by a reader of that version; else the change must say from which state it starts. */
    private static @Nullable String guarded(Reading reading) {
        return isVersionGuarded(reading) || comparesAndSets(reading.query()) || isRelative(reading.query())
                ? null
                : "changes " + reading.query().target().orElseThrow().qualifiedName()
                        + ", which has a version, without a guard";
    }

    /** True if a condition that must hold is on a column that is set; of alternatives, each must have one. */
    private static boolean comparesAndSets(Query query) {
        var set = new HashSet<String>();
        query.sets().forEach(change -> set.addAll(NormalizedSql.texts(change.getColumns())));
        return query.conditions().stream()
                .anyMatch(condition ->
                        says(condition, part -> !Collections.disjoint(NormalizedSql.texts(Nodes.columns(part)), set)));
    }

    /** True if all that is set is made from the row as it is, like a count going up: nothing is overwritten unseen. */
    private static boolean isRelative(Query query) {
        return query.sets().stream()
                .filter(change -> !BOOKKEEPING.contains(NormalizedSql.text(change.getColumn(0))))
                .allMatch(change -> NormalizedSql.texts(Nodes.columns(change.getValue(0)))
                        .contains(NormalizedSql.text(change.getColumn(0))));
    }

    private static @Nullable String consumedCount(Reading reading) {
        var method = reading.statement().mapperMethod();
        if (method == null) {
            return "has no mapper method that could answer";
        }
        return method.getReturnType() == void.class ? method.getName() + " answers nothing" : null;
    }

    private static boolean countsUp(Reading reading) {
        return reading.query().sets().stream()
                .anyMatch(set -> !set.getColumns().isEmpty()
                        && isVersion(set.getColumn(0))
                        && NormalizedSql.text(set.getValue(0)).matches("version \\+ 1|1 \\+ version"));
    }

    private static @Nullable String unmatched(Reading reading) {
        var insert = (Insert) reading.query().node();
        var target = insert.getConflictTarget();
        var table = reading.target();
        if (target == null) {
            return "ON CONFLICT " + insert.getConflictAction().toString().strip() + " names no target";
        }
        return table.isPresent() && table.get().indexes().stream().noneMatch(index -> isMeant(index, target))
                ? "no unique index of " + table.get().qualified() + " fits ON CONFLICT" + target
                : null;
    }

    private static boolean isMeant(Index index, InsertConflictTarget target) {
        if (target.getConstraintName() != null) {
            return index.name().equals(target.getConstraintName());
        }
        var keys = NormalizedSql.texts(target.getIndexElements());
        var conditions = new HashSet<>(NormalizedSql.conditions(
                target.getWhereExpression() == null
                        ? null
                        : target.getWhereExpression().toString()));
        return index.isUnique()
                && keys.equals(NormalizedSql.texts(index.keys()))
                && conditions.containsAll(NormalizedSql.conditions(index.predicate()));
    }

    private static boolean isChange(Query query) {
        return query.node() instanceof Update || query.node() instanceof Delete;
    }

    private static boolean takesSome(Query query) {
        return query.isLimited() && query.locks();
    }

    /** Returns the subqueries that a plan may run more than once: a WITH that locks, an ARRAY and a single value are made once. */
    private static Stream<Query> repeatable(Query query) {
        var operands = Stream.concat(
                        query.own(InExpression.class).stream().map(InExpression::getRightExpression),
                        query.own(AnyComparisonExpression.class).stream().map(AnyComparisonExpression::getSelect))
                .toList();
        return query.inner().stream()
                .filter(inner -> operands.stream().anyMatch(inner::isWrittenAs)
                        || query.sources().stream().anyMatch(inner::isBehind))
                .flatMap(inner -> Stream.concat(Stream.of(inner), repeatable(inner)));
    }
}
