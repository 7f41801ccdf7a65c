// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.sql.CallableStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.resultset.ResultSetHandler;

/**
 * Handler that reads one record from each row: column {@code usage_type} fills component {@code usageType}, and a record within the record is
 * filled by its own components' columns. Columns and components must be the same; one too few or too many
 * fails.
 *
 * @param general reads cursors and output parameters
 */
record RecordRows(RecordShape shape, ResultSetHandler general) implements ResultSetHandler {
    @Override
    @SuppressWarnings("unchecked") // the statement says which type it returns
    public <E> List<E> handleResultSets(Statement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            var columns = shape.columnsOf(rows);
            var records = new ArrayList<Object>();
            while (rows.next()) {
                records.add(shape.read(rows, columns));
            }
            return (List<E>) records;
        }
    }

    @Override
    public <E> Cursor<E> handleCursorResultSets(Statement statement) throws SQLException {
        return general.handleCursorResultSets(statement);
    }

    @Override
    public void handleOutputParameters(CallableStatement call) throws SQLException {
        general.handleOutputParameters(call);
    }
}
