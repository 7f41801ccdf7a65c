// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.HikariConfig;
import dev.ashlar.bootstrap.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Address and properties that the driver opens a connection with. All addresses of databases are read from the environment here.
 *
 * @param url its parameters take precedence over the properties
 */
public record ConnectionSettings(String url, Properties properties) {
    static final String REPLICA_URL = "ashlar.replica.url";

    private static final String APPLICATION = "spring.datasource";
    private static final String REPLICA = "ashlar.replica";
    private static final String CONTEXTS = "ashlar.contexts";

    /** Returns the settings of the common pools. */
    public static ConnectionSettings ofApplication(Environment environment) {
        return pooled(environment, environment.getProperty(APPLICATION + ".url", ""), APPLICATION);
    }

    /** Returns the settings for the replica, or empty if there is none. Where its URL names no login, they are those of the application. */
    public static Optional<ConnectionSettings> ofReplica(Environment environment) {
        var login = environment.containsProperty(REPLICA + ".username") ? REPLICA : APPLICATION;
        return Optional.ofNullable(environment.getProperty(REPLICA_URL)).map(url -> pooled(environment, url, login));
    }

    private static ConnectionSettings pooled(Environment environment, String url, String login) {
        return pooled(environment)
                .with(url, environment.getProperty(login + ".username"), environment.getProperty(login + ".password"));
    }

    /** Returns the settings of separate databases by context, or refuses that of a context that cannot move. */
    public static Map<String, ConnectionSettings> ofContexts(Environment environment) {
        return ofContexts(environment, () -> pooled(environment));
    }

    private static Map<String, ConnectionSettings> ofContexts(
            Environment environment, Supplier<ConnectionSettings> settings) {
        var contexts = new TreeMap<String, ConnectionSettings>();
        Binder.get(environment)
                .bind(CONTEXTS, Bindable.mapOf(String.class, OfContext.class))
                .orElse(Map.of())
                .forEach((context, own) -> {
                    MovableContexts.require(context, settingOf(context));
                    var url = DatabaseUrl.parse(settingOf(context), own.url);
                    contexts.put(context, settings.get().with(url.jdbcUrl(), url.user(), url.password()));
                });
        return contexts;
    }

    /** Names the setting of a context's own database, which has the form of {@code DATABASE_URL}. */
    public static String settingOf(String context) {
        return CONTEXTS + "." + context + ".url";
    }

    /** Returns the settings of the schema's owner: {@code spring.liquibase.*} where set, else the application's. */
    public static ConnectionSettings ofOwner(Environment environment) {
        return ofOwner(
                setting(environment, "spring.liquibase.url", APPLICATION + ".url"),
                setting(environment, "spring.liquibase.user", APPLICATION + ".username"),
                setting(environment, "spring.liquibase.password", APPLICATION + ".password"));
    }

    static ConnectionSettings ofOwner(@Nullable String url, @Nullable String user, @Nullable String password) {
        return owning().with(url == null ? "" : url, user, password);
    }

    /** Returns the settings of the owners of separate databases. */
    static Collection<ConnectionSettings> ofOwnersOfContexts(Environment environment) {
        return ofContexts(environment, ConnectionSettings::owning).values();
    }

    private static @Nullable String setting(Environment environment, String own, String shared) {
        return environment.containsProperty(own) ? environment.getProperty(own) : environment.getProperty(shared);
    }

    private static ConnectionSettings pooled(Environment environment) {
        var settings = new ConnectionSettings("", new Properties());
        settings.properties.putAll(Binder.get(environment)
                .bind(APPLICATION + ".hikari.data-source-properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
        return settings;
    }

    /** Returns settings of connections that are not pooled and have no statement timeout, because building an index may take long. */
    private static ConnectionSettings owning() {
        var settings = new ConnectionSettings("", new Properties());
        settings.put("ApplicationName", "ashlar-migrate");
        // Ends the statement of a killed migration, and so its lock, while the server is still at work on it.
        settings.put("options", "-c client_connection_check_interval=2s");
        return settings;
    }

    private ConnectionSettings with(String address, @Nullable String user, @Nullable String password) {
        put("user", user);
        put("password", password);
        return new ConnectionSettings(address, properties);
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    /** Returns all properties as the driver resolves them, or null if the address is not PostgreSQL's. */
    public @Nullable Properties resolved() {
        return Driver.parseURL(url, properties);
    }

    /** Returns the address without parameters, which may hold a password. */
    public String address() {
        return url.replaceFirst("\\?.*", "");
    }

    @Nullable
    String user() {
        return properties.getProperty("user");
    }

    @Nullable
    String password() {
        return properties.getProperty("password");
    }

    /** Leads a pool to this database. The properties are among the pool's own settings. */
    void lead(HikariConfig pool) {
        pool.setJdbcUrl(url);
        pool.setUsername(user());
        pool.setPassword(password());
    }

    /** Opens a connection. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    /** Opens a connection, or refuses with the address that it tried. */
    public Connection openOrRefuse() {
        try {
            return open();
        } catch (SQLException failed) {
            throw new StartRefused(
                    "The database at " + address() + " refuses the connection: " + failed.getMessage(), failed);
        }
    }

    @Override
    public String toString() {
        return address();
    }

    record OfContext(String url) {}
}
