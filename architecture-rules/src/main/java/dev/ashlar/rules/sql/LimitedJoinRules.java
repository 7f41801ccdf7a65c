// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.ResultRow;
import dev.ashlar.rules.sql.query.ColumnOrigin;
import dev.ashlar.rules.sql.query.Equalities;
import dev.ashlar.rules.sql.query.Reading;
import dev.ashlar.rules.sql.query.Source;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;

/** The rule of pages whose rows a join multiplies. */
final class LimitedJoinRules {
    static final List<Rule> RULES = List.of(limitedJoin());

    private LimitedJoinRules() {}

    private static Rule limitedJoin() {
        return Rule.of("limited-join")
                .core()
                .with(Reading.check(reading -> reading.query().isLimited(), LimitedJoinRules::multiplied));
    }

    private static void multiplied(Reading reading, Consumer<String> breach) {
        var query = reading.query();
        if (!(query.node() instanceof PlainSelect select) || takesOne(select) || select.getGroupBy() != null) {
            return;
        }
        var counted = counted(reading);
        boolean isFolded = select.getDistinct() != null && !collects(reading);
        boolean isLateral = counted.stream().anyMatch(source -> source.item() instanceof LateralSubSelect);
        if (isFolded || isLateral || counted.isEmpty()) { // a row of LATERAL belongs to the one it is made for
            return;
        }
        var single = new Equalities(reading).determinedBy(counted);
        var many = query.sources().stream()
                .filter(source -> !counted.contains(source) && !single.contains(source))
                .map(Source::alias)
                .toList();
        if (!many.isEmpty()) {
            breach.accept("LIMIT counts " + names(counted) + " once for each row of " + String.join(" and ", many));
        }
    }

    /** Any one row of several serves a question for one. */
    private static boolean takesOne(PlainSelect select) {
        return select.getLimit() != null
                && select.getLimit().getRowCount() instanceof LongValue count
                && count.getValue() == 1;
    }

    /** The sources whose rows the caller gets: all that are selected from, less those that fill a collection of each row. */
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
