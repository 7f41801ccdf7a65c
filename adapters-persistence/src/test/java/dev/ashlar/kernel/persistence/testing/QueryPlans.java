// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans of queries on tables that are too small for PostgreSQL to prefer an index. */
public final class QueryPlans {
    private static final Pattern ID = Pattern.compile("\\bID\\b");

    private QueryPlans() {}

    /**
     * Passes if the query uses this index, or one of those that match the expression. Needs a transaction.
     *
     * @param query part of a query after {@code SELECT FROM}, in which ID is any id
     */
    public static void assertIndex(JdbcClient jdbc, String query, String index) {
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        var plan = jdbc.sql(
                        "EXPLAIN SELECT FROM " + ID.matcher(query).replaceAll("'01990000-0000-7000-8000-000000000000'"))
                .query((line, number) -> line.getString(1))
                .list();
        assertThat(plan).anyMatch(line -> line.matches(".*Index.* (using|on) " + index + " .*"));
    }
}
