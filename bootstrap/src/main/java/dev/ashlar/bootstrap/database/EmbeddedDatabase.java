// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.home.AshlarHome;
import dev.ashlar.bootstrap.home.HomeLock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL server of a start without configuration. Its data are kept in Ashlar's home and survive any end of the process.
 * It listens on loopback only. Each role has a random password in an owner-only file, because loopback is open to every user
 * of the machine: without a password they would have the data, and the superuser's right to run programs.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    static final String OWNER = "ashlar";
    static final String APPLICATION = "ashlar_app";
    private static final String DATABASE = "ashlar";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final AshlarHome home;
    private final HomeLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(AshlarHome home, HomeLock lock, EmbeddedPostgres server) {
        this.home = home;
        this.lock = lock;
        this.server = server;
    }

    /** Starts the server, or refuses because another Ashlar runs on the same home. */
    static EmbeddedDatabase start(AshlarHome home) {
        var lock = HomeLock.take(home);
        try {
            var data = home.resolve("postgres-18");
            var ready = data.resolve("ashlar-ready");
            LeftoverServer.stop(data);
            if (!Files.exists(ready)) {
                // The first start was interrupted; nothing was stored yet.
                FileSystemUtils.deleteRecursively(data);
            }
            var database = new EmbeddedDatabase(home, lock, startServer(home, data));
            database.createRolesAndDatabase();
            if (!Files.exists(ready)) {
                Files.createFile(ready);
            }
            return database;
        } catch (IOException | SQLException | RuntimeException failed) {
            lock.close();
            throw failed instanceof StartRefused refused
                    ? refused
                    : new StartRefused(
                            "The embedded PostgreSQL in " + home.directory() + " does not start (" + failed.getMessage()
                                    + "); see " + log(home) + ", or set DATABASE_URL to use another one.",
                            failed);
        }
    }

    private static EmbeddedPostgres startServer(AshlarHome home, Path data) throws IOException {
        var passwordFile = home.resolve("postgres-password");
        var password = home.secret("postgres-password");
        var output = Redirect.appendTo(log(home).toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Its hook would stop the server while requests are still being answered; Spring closes this bean in
                // time.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setConnectConfig("password", password)
                // Options of initdb; the last --auth counts. The locale is fixed, so that every machine sorts alike.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The defaults of the library are for throw-away data; these settings make a commit durable.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .start();
    }

    private static Path log(AshlarHome home) {
        return home.resolve("postgres.log");
    }

    private void createRolesAndDatabase() throws SQLException, IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : new String[] {OWNER, APPLICATION}) {
                if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
                    statement.execute("CREATE ROLE " + role);
                }
                statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD '" + password(role) + "'");
            }
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
        home.write("pgpass", "localhost:*:*:" + OWNER + ":" + password(OWNER) + "\n");
    }

    private static boolean exists(java.sql.Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    String password(String role) {
        return home.secret(role + "-password");
    }

    /** Returns the address of the database, without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    /** Returns a command that opens the database; the password stays in its file. */
    public String psqlCommand() {
        return "PGPASSFILE=" + home.resolve("pgpass") + " psql -h localhost -p " + server.getPort() + " -U " + OWNER
                + " " + DATABASE;
    }

    /** Returns the directory of the data. */
    public Path directory() {
        return home.directory();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}
