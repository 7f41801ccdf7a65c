package dev.ashlar.rules;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;

/** Runs a project's changelog on an empty database. */
final class Migration {
    private Migration() {}

    static void run(DataSource empty, Path master) {
        try (var connection = empty.getConnection()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            var files = new DirectoryResourceAccessor(master.toAbsolutePath().getParent());
            new Liquibase(master.getFileName().toString(), files, database).update();
        } catch (SQLException | LiquibaseException | FileNotFoundException failed) {
            throw new IllegalStateException("The changelog " + master + " fails on an empty database.", failed);
        }
    }
}
