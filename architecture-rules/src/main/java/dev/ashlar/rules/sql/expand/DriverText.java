// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.CannotTell;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.ParameterMode;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * A text as PostgreSQL gets it from the driver, which makes a query of a call in JDBC's notation and sends several statements
 * one by one.
 *
 * @param sql one statement, with a question mark for each parameter
 * @param parameters parameters behind its question marks
 */
record DriverText(String sql, List<ParameterMapping> parameters) {
    private static final Pattern CALL = Pattern.compile("(?is)\\{\\s*(\\?\\s*=)?\\s*call\\s+(.*?)\\s*}");
    private static final Pattern ARGUMENT = Pattern.compile("\\?\\s*,?");

    /** Returns the texts of a rendered statement, in order: one, unless it holds several statements. */
    static List<DriverText> of(BoundSql rendered) {
        var whole = new DriverText(rendered.getSql().strip(), rendered.getParameterMappings()).called();
        return whole.sql.contains(";") ? whole.split() : List.of(whole);
    }

    /** The function is selected, and what it gives out is no argument. */
    private DriverText called() {
        var call = CALL.matcher(sql);
        if (!call.matches()) {
            return this;
        }
        var arguments = call.group(1) == null ? parameters : parameters.subList(1, parameters.size());
        var index = new AtomicInteger();
        var function = ARGUMENT.matcher(call.group(2))
                .replaceAll(argument -> isGivenOut(arguments.get(index.getAndIncrement())) ? "" : argument.group())
                .replaceAll(",\\s*\\)", ")");
        return new DriverText(
                "SELECT " + function + (function.contains("(") ? "" : "()"),
                arguments.stream().filter(argument -> !isGivenOut(argument)).toList());
    }

    private static boolean isGivenOut(ParameterMapping parameter) {
        return parameter.getMode() == ParameterMode.OUT;
    }

    private List<DriverText> split() {
        var texts = parse(false);
        var numbered = parse(true);
        var parts = new ArrayList<DriverText>();
        int from = 0;
        for (int i = 0; i < texts.size(); i++) {
            int to = from + numbered.get(i).bindPositions.length;
            parts.add(new DriverText(texts.get(i).nativeSql.strip(), parameters.subList(from, to)));
            from = to;
        }
        return parts.isEmpty() ? List.of(new DriverText("", List.of())) : List.copyOf(parts);
    }

    private List<NativeQuery> parse(boolean numbersParameters) {
        try {
            return Parser.parseJdbcSql(sql, true, numbersParameters, true, false, false);
        } catch (SQLException unreadable) {
            throw new CannotTell("the driver cannot split it: " + unreadable.getMessage(), unreadable);
        }
    }
}
