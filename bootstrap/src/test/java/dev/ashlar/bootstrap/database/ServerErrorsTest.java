// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Errors of PostgreSQL, which are logged, with the shipped settings. */
class ServerErrorsTest {
    @Test
    void nameTheConstraintAndNoValuesOfTheRow() throws SQLException, IOException {
        try (var database = TestDatabase.empty()) {
            var connections = database.owner();
            connections.setLogServerErrorDetail(shipped());
            try (var connection = connections.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE people (email text CONSTRAINT uq_people_email UNIQUE)");
                statement.execute("INSERT INTO people VALUES ('ada@example.org')");
                assertThatThrownBy(() -> statement.execute("INSERT INTO people VALUES ('ada@example.org')"))
                        .hasMessageContaining("uq_people_email")
                        .hasMessageNotContaining("ada@example.org");
            }
        }
    }

    private static boolean shipped() throws IOException {
        var settings = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();
        return !Boolean.FALSE.equals(
                settings.getProperty("spring.datasource.hikari.data-source-properties.logServerErrorDetail"));
    }
}
