// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.query.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.TimeKeyExpression;

/** Rules of the time that statements use. */
final class TimeRules {
    private static final Set<String> CLOCKS =
            Set.of("now", "transaction_timestamp", "statement_timestamp", "clock_timestamp", "timeofday");
    private static final Set<String> ZONELESS = Set.of("timestamp", "timestamp without time zone");

    static final List<Rule> RULES = List.of(
            // A statement that reads the database's clock has a time that no test can set.
            Rule.also("timestamp-style").with(Reading.check(reading -> true, TimeRules::zonelessOrOwnTime)));

    private TimeRules() {}

    private static void zonelessOrOwnTime(Reading reading, Consumer<String> breach) {
        var query = reading.query();
        for (var key : query.own(TimeKeyExpression.class)) {
            breach.accept("takes the time from " + key + " instead of a parameter");
        }
        for (var function : query.own(Function.class)) {
            if (CLOCKS.contains(String.valueOf(function.getName()).toLowerCase(Locale.ROOT))) {
                breach.accept("takes the time from " + function + " instead of a parameter");
            }
        }
        for (var cast : query.own(CastExpression.class)) {
            if (cast.getColDataType() != null
                    && ZONELESS.contains(cast.getColDataType().toString().toLowerCase(Locale.ROOT))) {
                breach.accept("casts to a timestamp without a time zone: " + cast);
            }
        }
        for (var literal : query.own(DateTimeLiteralExpression.class)) {
            if (literal.getType() == DateTimeLiteralExpression.DateTime.TIMESTAMP) {
                breach.accept("has a timestamp without a time zone: " + literal);
            }
        }
    }
}
