// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import static java.util.stream.Collectors.toMap;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.util.Map;

/** Numbers of rows by table. */
public final class RowCounts {
    private RowCounts() {}

    /** Counts the rows of all tables in schemas of contexts. */
    public static Map<String, Long> of(TestDatabase database) {
        var psql = database.psql();
        var tables = psql.sql("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('kernel', 'public', 'pg_catalog', 'information_schema')""").query(String.class).list();
        return tables.stream()
                .collect(toMap(
                        table -> table,
                        table -> psql.sql("SELECT count(*) FROM " + table)
                                .query(Long.class)
                                .single()));
    }
}
