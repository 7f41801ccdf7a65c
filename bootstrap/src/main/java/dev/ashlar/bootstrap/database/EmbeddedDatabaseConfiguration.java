// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.home.AshlarHome;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Runs Ashlar on the embedded database when no setting names another. Migrations connect as the owner, the application
 * as a role that changes no schema. Everything that connects depends on these beans, so Spring closes the server last.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnEmbeddedDatabase.class)
public class EmbeddedDatabaseConfiguration {
    private static final String SERVER = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    @Bean
    EmbeddedDatabase embeddedDatabase(Environment environment) {
        if (!ClassUtils.isPresent(SERVER, null)) {
            throw new StartRefused("Set " + DatabaseUrl.VARIABLE
                    + " to postgres://user:password@host:port/database?sslmode=verify-full;"
                    + " ashlar.jar contains no database server.");
        }
        return EmbeddedDatabase.start(AshlarHome.of(environment));
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
        return new ApplicationConnection(database);
    }

    @Bean
    LiquibaseConnectionDetails ownerConnection(EmbeddedDatabase database) {
        return new OwnerConnection(database);
    }

    private record ApplicationConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return EmbeddedDatabase.APPLICATION;
        }

        @Override
        public String getPassword() {
            return database.password(EmbeddedDatabase.APPLICATION);
        }

        @Override
        public String getJdbcUrl() {
            return database.jdbcUrl();
        }
    }

    private record OwnerConnection(EmbeddedDatabase database) implements LiquibaseConnectionDetails {
        @Override
        public String getUsername() {
            return EmbeddedDatabase.OWNER;
        }

        @Override
        public String getPassword() {
            return database.password(EmbeddedDatabase.OWNER);
        }

        @Override
        public String getJdbcUrl() {
            return database.jdbcUrl();
        }
    }
}
