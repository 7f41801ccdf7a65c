// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.PlainSelect;

/** Equalities that a query's conditions state: a column and a column of another source, or a column and a given value. */
public final class Equalities {
    /** An expression over one source, mostly a column, as text that can be compared. */
    public record Side(Source source, String text, Expression expression) {
        private boolean isSame(Side other) {
            return source.equals(other.source) && text.equals(other.text);
        }
    }

    /** Two sides from different sources. */
    public record Pair(Side left, Side right) {
        /** Returns the side that is not of this source. */
        public Side other(Source source) {
            return left.source.equals(source) ? right : left;
        }

        /** True if one side is of this source. */
        public boolean touches(Source source) {
            return left.source.equals(source) || right.source.equals(source);
        }
    }

    private final Reading reading;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Side> fixed = new ArrayList<>();
    private final Set<String> conditions = new HashSet<>();

    public Equalities(Reading reading) {
        this.reading = reading;
        var query = reading.query();
        query.allConditions().forEach(this::read);
        query.sources().forEach(this::using);
    }

    private void read(Expression condition) {
        conditions.add(NormalizedSql.text(condition));
        if (condition instanceof EqualsTo equality) {
            var left = side(equality.getLeftExpression());
            var right = side(equality.getRightExpression());
            if (left.isPresent() && right.isPresent()) {
                pairs.add(new Pair(left.get(), right.get()));
            } else if (left.isPresent() && isGiven(equality.getRightExpression())) {
                fixed.add(left.get());
            } else if (right.isPresent() && isGiven(equality.getLeftExpression())) {
                fixed.add(right.get());
            }
        }
    }

    private void using(Source source) {
        var earlier =
                reading.query().sources().subList(0, reading.query().sources().indexOf(source));
        for (var name : source.using()) {
            var column = new Column(name);
            earlier.stream()
                    .filter(candidate -> reading.tables().mayHave(candidate, name))
                    .findFirst()
                    .ifPresent(other ->
                            pairs.add(new Pair(new Side(other, name, column), new Side(source, name, column))));
        }
    }

    private Optional<Side> side(Expression expression) {
        return reading.only(expression).map(source -> new Side(source, NormalizedSql.text(expression), expression));
    }

    /** True if a value is the same for all rows of the query: no column in it is one of the query's own. */
    private boolean isGiven(Expression value) {
        return Nodes.columns(value).stream()
                .allMatch(column -> reading.source(column)
                        .filter(source -> !reading.query().sources().contains(source))
                        .isPresent());
    }

    /** Returns the equalities between two sources. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** Returns the texts of what is equal to a given value in one source. */
    public Set<String> fixed(Source source) {
        return fixed.stream()
                .filter(side -> side.source.equals(source))
                .map(Side::text)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** True if a source has at most one row for given values of some of its columns. */
    public boolean isUnique(Source source, Set<String> known) {
        var table = reading.table(source);
        if (table.isPresent()) {
            return table.get().indexes().stream()
                    .filter(index -> index.isUnique() && index.isValid())
                    .filter(index -> conditions.containsAll(NormalizedSql.conditions(index.predicate())))
                    .anyMatch(index -> known.containsAll(NormalizedSql.texts(index.keys())));
        }
        return ColumnOrigin.behind(reading.query(), source)
                .map(inner -> isUnique(inner, known))
                .orElse(true); // a function, or what cannot be told
    }

    private boolean isUnique(Query inner, Set<String> known) {
        if (inner.node() instanceof PlainSelect select && select.getGroupBy() != null) {
            return known.containsAll(NormalizedSql.texts(select.getGroupBy().getGroupByExpressionList()));
        }
        var nested = new Reading(reading.project(), reading.variant(), inner);
        return inner.sources().size() != 1
                || new Equalities(nested).determines(inner.sources().get(0), known);
    }

    /** True if the conditions, with some columns known besides, leave at most one row of a source. */
    public boolean determines(Source source, Set<String> known) {
        var all = fixed(source);
        all.addAll(known);
        return isUnique(source, all);
    }

    /** Returns the sources of which at most one row each is left for a row of some others. */
    public Set<Source> determinedBy(Set<Source> others) {
        var known = pairs.stream()
                .flatMap(pair -> Stream.of(pair.left, pair.right))
                .filter(side -> others.contains(side.source))
                .toList();
        return determined(known);
    }

    /** Returns the sources of which at most one row each is left when these expressions are known, one leading to another. */
    public Set<Source> determined(List<Side> known) {
        var sides = new ArrayList<>(known);
        sides.addAll(fixed);
        var determined = new HashSet<Source>();
        for (boolean more = true; more; ) {
            more = false;
            for (var source : reading.query().sources()) {
                var texts = sides.stream()
                        .filter(side -> side.source.equals(source))
                        .map(Side::text)
                        .collect(Collectors.toSet());
                more |= !determined.contains(source) && isUnique(source, texts) && determined.add(source);
            }
            for (var pair : pairs) {
                more |= follow(pair.left, pair.right, sides, determined);
                more |= follow(pair.right, pair.left, sides, determined);
            }
        }
        return determined;
    }

    private static boolean follow(Side from, Side to, List<Side> sides, Set<Source> determined) {
        boolean fromKnown = determined.contains(from.source) || sides.stream().anyMatch(from::isSame);
        return fromKnown && sides.stream().noneMatch(to::isSame) && sides.add(to);
    }
}
