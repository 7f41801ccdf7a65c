// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.core.Parser;

/** Plans of statements that are not run, for parameters of any value. */
public final class Explain {
    /** All that PREPARE takes. A driver parses CALL, SET or LOCK as well, which have no plan and no columns. */
    private static final Pattern PLANNED = Pattern.compile(
            "(?is)^(\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)*(SELECT|INSERT|UPDATE|DELETE|MERGE|VALUES|WITH|TABLE)\\b");

    private final Connection connection;
    private final Partitions partitions;

    private Explain(Connection connection) throws SQLException {
        this.connection = connection;
        // Whole tables are read, and joined by reading both sides, only where no index is of use. No partition is left
        // out,
        // as all of them would be with parameters that are null.
        try (var settings = connection.createStatement()) {
            settings.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
                    + " SET enable_partition_pruning = off; SET plan_cache_mode = force_generic_plan");
        }
        partitions = Partitions.of(connection);
    }

    /** Plans on a connection, whose settings are changed. */
    public static Explain on(Connection connection) throws SQLException {
        return new Explain(connection);
    }

    /** True if PostgreSQL plans statements of that kind. */
    public static boolean plans(String sql) {
        return PLANNED.matcher(sql).find();
    }

    /**
     * Returns the plan of a statement with parameters of these types. {@code EXPLAIN (GENERIC_PLAN)} says the same but takes no parameters
     * from a driver that binds them, and PostgreSQL 15 does not know it.
     */
    public PlanNode plan(String sql, List<String> types) throws SQLException {
        var numbered = Parser.parseJdbcSql(sql, true, true, false, false, false);
        var nulls = types.stream().map(type -> "NULL").collect(Collectors.joining(", ", "(", ")"));
        try (var statement = connection.createStatement()) {
            statement.execute("PREPARE variant" + (types.isEmpty() ? "" : "(" + String.join(", ", types) + ")") + " AS "
                    + numbered.get(0).nativeSql);
            try (var plan = statement.executeQuery(
                    "EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE variant" + (types.isEmpty() ? "" : nulls))) {
                plan.next();
                return partitions.merged(PlanNode.parse(plan.getString(1)));
            } finally {
                statement.execute("DEALLOCATE variant");
            }
        }
    }
}
