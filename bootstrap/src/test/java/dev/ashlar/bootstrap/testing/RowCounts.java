// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of rows by table. */
public final class RowCounts {
    private RowCounts() {}

    /** Counts the rows of all tables in schemas of contexts. */
    public static Map<String, Long> ofContexts(JdbcClient psql) {
        return of(psql, "(?!(kernel|public)$).*");
    }

    /** Counts the rows of all tables in the schemas whose names match a regular expression. */
    public static Map<String, Long> of(JdbcClient psql, String schemas) {
        return psql.sql("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname ~ ('^(' || ? || ')$') AND schemaname NOT IN ('pg_catalog', 'information_schema')""").param(schemas).query(String.class).list().stream()
                .collect(toMap(
                        table -> table,
                        table -> psql.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
    }
}
