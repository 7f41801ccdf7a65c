// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.sql.SQLException;

/** Two forms of the benchmarks: {@code -Pbenchmark} measures; any other run sends few requests, to see that they still work. */
public final class Benchmarks {
    /** System property that makes the benchmarks measure. */
    public static final String MEASURE = "benchmarks.measure";

    /** True if the benchmarks measure. */
    public static final boolean ARE_MEASURING = Boolean.getBoolean(MEASURE);

    private Benchmarks() {}

    /** Runs a script of statements that end with a semicolon at the end of a line, in one session as the owner of the schema. */
    public static void fill(TestDatabase database, String script) throws SQLException {
        try (var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : script.split(";\n", -1)) {
                statement.execute(sql);
            }
        }
    }
}
