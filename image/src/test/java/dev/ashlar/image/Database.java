// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** Embedded PostgreSQL with the roles of {@code deploy/compose.yaml}. */
record Database(EmbeddedPostgres server) implements AutoCloseable {
    static Database start(Path roles) throws IOException {
        var database = new Database(EmbeddedPostgres.builder().start());
        try {
            database.run(Files.readString(roles));
            return database;
        } catch (IOException | SQLException failed) {
            database.close();
            throw new IllegalStateException(failed);
        }
    }

    private void run(String script) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // One at a time: a database cannot be created in the transaction of a whole script.
            for (var command : script.replaceAll("(?m)^--.*", "").strip().split(";\\s*")) {
                statement.execute(command);
            }
        }
    }

    /** Returns the environment of an Ashlar that migrates as the owner and serves as the application. */
    Map<String, String> variables() {
        return Map.of(
                "LANG",
                "C.UTF-8",
                "DATABASE_URL",
                "postgres://web:web@localhost:" + server.getPort() + "/ashlar",
                "SPRING_LIQUIBASE_USER",
                "owner",
                "SPRING_LIQUIBASE_PASSWORD",
                "owner",
                "ASHLAR_JWT_SECRET",
                "only-for-the-image-of-this-build-0123456789");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
