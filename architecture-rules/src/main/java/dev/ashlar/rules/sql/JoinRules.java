// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint;
import dev.ashlar.rules.sql.query.ColumnOrigin;
import dev.ashlar.rules.sql.query.Equalities;
import dev.ashlar.rules.sql.query.Nodes;
import dev.ashlar.rules.sql.query.Query;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** Rules of joins. */
final class JoinRules {
    private static final Set<String> NULL_TAKING = Set.of("coalesce", "greatest", "least", "concat", "num_nonnulls");

    static final List<Rule> RULES = List.of(
            Rule.of("joins-along-foreign-keys").with(Reading.check(JoinRules::isTraceable, JoinRules::offTheKeys)),
            Rule.of("join-explosion").with(Reading.refuse(JoinRules::isJoin, JoinRules::explode)),
            Rule.of("left-join-filter")
                    .with(Reading.check(
                            reading -> reading.query().sources().stream().anyMatch(Source::nullable),
                            (reading, breach) -> reading.query()
                                    .conditions()
                                    .forEach(condition -> strict(condition).stream()
                                            .filter(column -> reading.source(column)
                                                    .filter(Source::nullable)
                                                    .filter(reading.query().sources()::contains)
                                                    .isPresent())
                                            .forEach(column ->
                                                    breach.accept("WHERE " + condition + " drops the rows without "
                                                            + reading.source(column)
                                                                    .orElseThrow()
                                                                    .alias()))))),
            Rule.of("missing-join-condition").with(Reading.refuse(JoinRules::isJoin, JoinRules::untied)));

    private JoinRules() {}

    private static boolean isJoin(Reading reading) {
        return reading.query().sources().size() > 1;
    }

    private static boolean isTraceable(Reading reading) {
        return isJoin(reading) && new Equalities(reading).pairs().stream().anyMatch(pair -> tie(reading, pair) != null);
    }

    private static void offTheKeys(Reading reading, Consumer<String> breach) {
        var joins = new LinkedHashMap<Set<Source>, List<Tie>>();
        for (var pair : new Equalities(reading).pairs()) {
            var tie = tie(reading, pair);
            if (tie != null) {
                joins.computeIfAbsent(Set.of(pair.left().source(), pair.right().source()), key -> new ArrayList<>())
                        .add(tie);
            }
        }
        joins.values().stream()
                .filter(ties -> ties.stream().noneMatch(tie -> followsKey(reading, tie, ties)))
                .forEach(ties -> breach.accept("joins " + ties.get(0) + ", which no foreign key ties together"));
    }

    /** Two columns of tables that a join takes for the same. */
    private record Tie(ColumnOrigin left, ColumnOrigin right) {
        @Override
        public String toString() {
            return left + " to " + right;
        }
    }

    private static @Nullable Tie tie(Reading reading, Equalities.Pair pair) {
        var left = origin(reading, pair.left());
        var right = origin(reading, pair.right());
        return left == null || right == null ? null : new Tie(left, right);
    }

    private static @Nullable ColumnOrigin origin(Reading reading, Equalities.Side side) {
        return side.expression() instanceof Column column
                ? ColumnOrigin.of(reading.query(), side.source(), column.getUnquotedColumnName(), reading.tables())
                        .orElse(null)
                : null;
    }

    /** True if both refer to the same row in the end, or are part of a foreign key of which all columns are joined. */
    private static boolean followsKey(Reading reading, Tie tie, List<Tie> all) {
        var reached = reached(reading, tie.left(), new HashSet<>());
        reached.retainAll(reached(reading, tie.right(), new HashSet<>()));
        return !reached.isEmpty()
                || isWholeKey(tie.left(), tie.right(), all)
                || isWholeKey(tie.right(), tie.left(), all);
    }

    private static Set<String> reached(Reading reading, ColumnOrigin from, Set<String> reached) {
        if (reached.add(from.toString())) {
            for (var key : from.table().constraints(Constraint.Kind.FOREIGN_KEY)) {
                var there = key.references();
                if (there != null && key.columns().equals(List.of(from.column()))) {
                    reading.tables()
                            .find(there.table())
                            .ifPresent(table -> reached(
                                    reading,
                                    new ColumnOrigin(table, there.columns().get(0)),
                                    reached));
                }
            }
        }
        return reached;
    }

    private static boolean isWholeKey(ColumnOrigin from, ColumnOrigin to, List<Tie> all) {
        return from.table().constraints(Constraint.Kind.FOREIGN_KEY).stream().anyMatch(key -> {
            var there = key.references();
            return there != null
                    && there.table().equals(to.table().qualified())
                    && IntStream.range(0, key.columns().size()).allMatch(i -> {
                        var column =
                                new ColumnOrigin(from.table(), key.columns().get(i));
                        var other = new ColumnOrigin(to.table(), there.columns().get(i));
                        return all.contains(new Tie(column, other)) || all.contains(new Tie(other, column));
                    });
        });
    }

    private static @Nullable String explode(Reading reading) {
        var equalities = new Equalities(reading);
        for (var source : reading.query().sources()) {
            var many = new ArrayList<String>();
            for (var neighbor : neighbors(equalities, source)) {
                if (multiplies(equalities, source, neighbor, new HashSet<>(Set.of(source)))) {
                    many.add(neighbor.alias());
                }
            }
            if (many.size() > 1) {
                return "multiplies the rows of " + String.join(" and ", many) + " for each row of " + source.alias();
            }
        }
        return null;
    }

    private static Set<Source> neighbors(Equalities equalities, Source source) {
        return equalities.pairs().stream()
                .filter(pair -> pair.touches(source))
                .map(pair -> pair.other(source).source())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** True if there may be several rows of a neighbor, or of what is joined behind it, for one row of a source. */
    private static boolean multiplies(Equalities equalities, Source source, Source neighbor, Set<Source> seen) {
        if (!seen.add(neighbor)) {
            return false;
        }
        var known = equalities.fixed(neighbor);
        equalities.pairs().stream()
                .filter(pair -> pair.touches(source) && pair.touches(neighbor))
                .forEach(pair -> known.add(pair.other(source).text()));
        return !equalities.isUnique(neighbor, known)
                || neighbors(equalities, neighbor).stream()
                        .anyMatch(next -> multiplies(equalities, neighbor, next, seen));
    }

    /** Returns the columns whose null makes a condition false or unknown. */
    private static List<Column> strict(Object part) {
        if (part instanceof Column column) {
            return List.of(column);
        }
        return isTrueOfNull(part)
                ? List.of()
                : Nodes.children(part).stream()
                        .flatMap(child -> strict(child).stream())
                        .toList();
    }

    /** True if it may hold although a column in it is null. */
    private static boolean isTrueOfNull(Object part) {
        return part instanceof CaseExpression
                || part instanceof OrExpression
                || part instanceof IsDistinctExpression
                || part instanceof Select
                || (part instanceof IsNullExpression isNull && !isNull.isNot())
                || (part instanceof Function function
                        && function.getName() != null
                        && NULL_TAKING.contains(function.getName().toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String untied(Reading reading) {
        var sources = reading.query().sources();
        var ties = ties(reading);
        var tied = sources.stream()
                .filter(source -> source.joinType() == Source.JoinType.CROSS || source.equals(sources.get(0)))
                .collect(Collectors.toCollection(HashSet::new));
        for (boolean more = true; more; ) {
            more = false;
            for (var tie : ties) {
                more |= tie.stream().anyMatch(tied::contains) && tied.addAll(tie);
            }
        }
        return sources.stream()
                .filter(source -> !tied.contains(source))
                .findFirst()
                .map(source -> "ties " + source.alias() + " to nothing else")
                .orElse(null);
    }

    /** Returns the sources that each condition, each inner query and each function mentions together. */
    private static List<Set<Source>> ties(Reading reading) {
        var query = reading.query();
        var ties = new ArrayList<Set<Source>>();
        query.conditions().forEach(condition -> ties.add(reading.mentioned(condition)));
        for (var source : query.sources()) {
            source.on().forEach(condition -> ties.add(reading.mentioned(condition)));
            if (source.item() instanceof TableFunction function) {
                ties.add(with(source, reading.mentioned(function)));
            }
            if (!source.using().isEmpty()) {
                ties.add(Set.copyOf(query.sources().subList(0, query.sources().indexOf(source) + 1)));
            }
        }
        for (var inner : query.inner()) {
            var mentioned = new HashSet<Source>();
            mentionedWithin(reading, inner, mentioned);
            query.sources().stream().filter(inner::isBehind).forEach(mentioned::add);
            ties.add(mentioned);
        }
        return ties;
    }

    private static Set<Source> with(Source source, Set<Source> others) {
        var all = new HashSet<>(others);
        all.add(source);
        return all;
    }

    private static void mentionedWithin(Reading reading, Query inner, Set<Source> mentioned) {
        inner.own(Column.class).stream()
                .flatMap(column -> inner.source(column, reading.tables()).stream())
                .filter(reading.query().sources()::contains)
                .forEach(mentioned::add);
        inner.inner().forEach(further -> mentionedWithin(reading, further, mentioned));
    }
}
