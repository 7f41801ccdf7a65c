// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.analyze;

import dev.ashlar.rules.sql.prepare.Prepared;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.core.Parser;

/** A statement as PostgreSQL analyzes it. PostgreSQL shows this of the body of a function, so that the statement is made one. */
final class AnalyzedStatement {
    private static final String BODY = "SELECT prosqlbody::text FROM pg_proc"
            + " WHERE proname = 'analyzed_statement' AND pronamespace = pg_my_temp_schema()";

    private AnalyzedStatement() {}

    /** Returns the outermost queries of a statement. The connection is in a transaction, which is rolled back. */
    static List<ParseNode> queries(Connection connection, Prepared prepared) throws SQLException {
        var numbered = Parser.parseJdbcSql(prepared.variant().sql(), true, true, false, false, false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE FUNCTION pg_temp.analyzed_statement(" + String.join(", ", prepared.parameterTypes())
                            + ") RETURNS void LANGUAGE sql BEGIN ATOMIC " + numbered.getFirst().nativeSql + "; END");
            try (var row = statement.executeQuery(BODY)) {
                row.next();
                return ParseNode.all(row.getString(1));
            }
        } finally {
            connection.rollback();
        }
    }
}
