// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import javax.sql.DataSource;

/** Plain JDBC with the SQL of the mapper, which reads each column and builds no record: the baseline of the benchmark. */
record ScheduleItemJdbc(DataSource dataSource, String sql) {
    /** Returns the number of items. */
    int between(UserId owner, InstantRange range, int limit) {
        try (var connection = dataSource.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, owner.value());
                statement.setObject(
                        2, "[" + range.from() + "," + Objects.requireNonNull(range.until()) + ")", Types.OTHER);
                statement.setInt(3, limit);
                int items = 0;
                try (var row = statement.executeQuery()) {
                    int columns = row.getMetaData().getColumnCount();
                    for (; row.next(); items++) {
                        for (int column = 1; column <= columns; column++) {
                            row.getObject(column);
                        }
                    }
                }
                connection.commit();
                return items;
            } finally {
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
