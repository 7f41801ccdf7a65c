package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.core.env.Environment;

/**
 * Connections of the role that owns the schema: {@code spring.liquibase.*} where set, else the data source's settings.
 * They are not pooled and have no statement timeout, since building an index may take long.
 */
public final class OwnerConnections {
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    OwnerConnections(LiquibaseConnectionDetails details) {
        this(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    OwnerConnections(Environment environment) {
        this(
                setting(environment, "spring.liquibase.url", "spring.datasource.url"),
                setting(environment, "spring.liquibase.user", "spring.datasource.username"),
                setting(environment, "spring.liquibase.password", "spring.datasource.password"));
    }

    private OwnerConnections(@Nullable String url, @Nullable String user, @Nullable String password) {
        this.url = Objects.requireNonNull(url, "url");
        this.user = user;
        this.password = password;
    }

    private static @Nullable String setting(Environment environment, String own, String shared) {
        return environment.containsProperty(own) ? environment.getProperty(own) : environment.getProperty(shared);
    }

    /** Opens a connection, or refuses with the address that it tried. */
    public Connection open() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "ashlar-migrate");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException failed) {
            throw new StartRefused(
                    "The database at " + url.replaceFirst("\\?.*", "") + " refuses the connection: "
                            + failed.getMessage(),
                    failed);
        }
    }
}
