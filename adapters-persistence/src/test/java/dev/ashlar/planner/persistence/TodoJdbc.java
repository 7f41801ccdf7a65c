// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.application.PlacedTodo;
import dev.ashlar.planner.application.TodoView;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.Repetition;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoProgress;
import dev.ashlar.planner.domain.TodoStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain JDBC with the SQL of the mapper, the baseline of the benchmark. */
record TodoJdbc(DataSource dataSource, String sql) {
    List<PlacedTodo> page(UserId owner, @Nullable UUID after, int limit) {
        try (var connection = dataSource.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                int place = 1;
                statement.setObject(place++, owner.value());
                statement.setObject(place++, "open", Types.OTHER);
                if (after != null) {
                    statement.setObject(place++, after);
                }
                statement.setInt(place, limit);
                var todos = new ArrayList<PlacedTodo>();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        todos.add(new PlacedTodo(todo(row), row.getObject("position", UUID.class)));
                    }
                }
                connection.commit();
                return todos;
            } finally {
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static TodoView todo(ResultSet row) throws SQLException {
        var project = row.getObject("project_id", UUID.class);
        return new TodoView(
                new TodoId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner_id", UUID.class)),
                project == null ? null : new ProjectId(project),
                new TodoContent(row.getString("title"), row.getString("notes"), row.getInt("priority"), due(row)),
                new TodoProgress(
                        TodoStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)), at(row, "done_at")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Due due(ResultSet row) throws SQLException {
        var date = row.getObject("date", LocalDate.class);
        return date == null
                ? null
                : new Due(date, row.getObject("time", LocalTime.class), row.getString("zone"), repetition(row));
    }

    private static @Nullable Repetition repetition(ResultSet row) throws SQLException {
        var rule = row.getString("rule");
        return rule == null
                ? null
                : new Repetition(rule, row.getObject("anchor", LocalDate.class), row.getInt("completions"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
