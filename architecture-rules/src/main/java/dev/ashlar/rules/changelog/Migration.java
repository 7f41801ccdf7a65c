// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/**
 * Run of a project's migrations on an empty database.
 *
 * {@snippet :
 * Migration.run(emptyDatabase, Path.of("src/main/resources/db/migration"));
 * }
 */
public final class Migration {
    private Migration() {}

    /**
     * Runs a changelog of Liquibase, or each SQL file of a directory.
     *
     * @throws IllegalStateException if one of them fails
     */
    public static void run(DataSource empty, Path migrations) {
        if (Files.isDirectory(migrations)) {
            SqlScripts.in(migrations).forEach(script -> run(empty, script));
            return;
        }
        try (var connection = empty.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            var includes = new Includes(Objects.requireNonNullElse(migrations.getParent(), Path.of("")));
            new Liquibase(migrations.getFileName().toString(), includes, database).update();
        } catch (SQLException | LiquibaseException failed) {
            throw new IllegalStateException("The changelog " + migrations + " fails on an empty database.", failed);
        }
    }

    /** Runs statement by statement, because some of them may not share a transaction. */
    private static void run(DataSource empty, SqlScript script) {
        try (var connection = empty.getConnection();
                var statement = connection.createStatement()) {
            for (var part : script.statements()) {
                statement.execute(part.text());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(script.file() + " fails on an empty database.", failed);
        }
    }
}
