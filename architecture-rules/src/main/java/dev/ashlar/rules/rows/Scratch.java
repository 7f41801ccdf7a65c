// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.rows;

import dev.ashlar.rules.CannotTell;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/**
 * A database of a trial's own on the server of the project's database, dropped afterwards.
 *
 * {@snippet :
 * try (var scratch = Scratch.beside(project.database()); var connection = scratch.connect()) {
 *     connection.createStatement().execute("CREATE SCHEMA shop");
 * }
 * }
 */
public final class Scratch implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final BaseDataSource beside;
    private final PGSimpleDataSource own = new PGSimpleDataSource();
    private final String name = "rulebook_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();

    private Scratch(BaseDataSource beside) {
        this.beside = beside;
    }

    /** Returns a new, empty database; the given one must come straight from the PostgreSQL driver, not from a pool. */
    public static Scratch beside(DataSource database) {
        if (!(database instanceof BaseDataSource postgres)) {
            throw new CannotTell("a trial needs a database of its own, and only a data source of the PostgreSQL driver"
                    + " itself, such as PGSimpleDataSource, says how to reach one; this is "
                    + database.getClass().getName());
        }
        var scratch = new Scratch(postgres);
        try {
            scratch.onServer("CREATE DATABASE " + scratch.name + " TEMPLATE template0");
            scratch.own.initializeFrom(postgres);
            scratch.own.setDatabaseName(scratch.name);
        } catch (SQLException | IOException | ClassNotFoundException refused) {
            throw new CannotTell("no database could be created for a trial: " + refused.getMessage(), refused);
        }
        return scratch;
    }

    /** Returns a new connection to it. */
    public Connection connect() throws SQLException {
        return own.getConnection();
    }

    @Override
    public void close() {
        try {
            onServer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException stays) {
            throw new IllegalStateException("The database " + name + " of a trial could not be dropped.", stays);
        }
    }

    private void onServer(String sql) throws SQLException {
        try (var connection = beside.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
