// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Address and properties that the driver opens a connection with.
 *
 * @param url its parameters take precedence over the properties
 */
public record ConnectionSettings(String url, Properties properties) {
    static final String REPLICA_URL = "ashlar.replica.url";

    private static final String REPLICA = "ashlar.replica";
    private static final String DRIVER_PROPERTIES = "spring.datasource.hikari.data-source-properties";

    /** Returns the settings of the application's pool. */
    public static ConnectionSettings ofApplication(Environment environment) {
        return of(environment, environment.getProperty("spring.datasource.url", ""), "spring.datasource");
    }

    /** Returns the settings for the replica, or empty if there is none. Where its URL names no login, they are those of the application. */
    public static Optional<ConnectionSettings> ofReplica(Environment environment) {
        var login = environment.containsProperty(REPLICA + ".username") ? REPLICA : "spring.datasource";
        return Optional.ofNullable(environment.getProperty(REPLICA_URL)).map(url -> of(environment, url, login));
    }

    private static ConnectionSettings of(Environment environment, String url, String login) {
        return new ConnectionSettings(url, driverProperties(environment))
                .with(environment.getProperty(login + ".username"), environment.getProperty(login + ".password"));
    }

    @Nullable
    String user() {
        return properties.getProperty("user");
    }

    @Nullable
    String password() {
        return properties.getProperty("password");
    }

    /** Returns the settings of the pools of contexts with a separate database, by the setting that names it. */
    public static Map<String, ConnectionSettings> ofContexts(Environment environment) {
        var settings = new TreeMap<String, ConnectionSettings>();
        ContextUrls.of(environment)
                .forEach((context, url) -> settings.put(
                        ContextUrls.setting(context),
                        new ConnectionSettings(url.jdbcUrl(), driverProperties(environment))
                                .with(url.user(), url.password())));
        return settings;
    }

    private static Properties driverProperties(Environment environment) {
        var properties = new Properties();
        properties.putAll(Binder.get(environment)
                .bind(DRIVER_PROPERTIES, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
        return properties;
    }

    private ConnectionSettings with(@Nullable String user, @Nullable String password) {
        put("user", user);
        put("password", password);
        return this;
    }

    /** Returns the settings of the schema's owner: {@code spring.liquibase.*} where set, else the application's. */
    public static ConnectionSettings ofOwner(Environment environment) {
        return ofOwner(
                setting(environment, "spring.liquibase.url", "spring.datasource.url"),
                setting(environment, "spring.liquibase.user", "spring.datasource.username"),
                setting(environment, "spring.liquibase.password", "spring.datasource.password"));
    }

    static ConnectionSettings ofOwner(@Nullable String url, @Nullable String user, @Nullable String password) {
        var settings = new ConnectionSettings(url == null ? "" : url, new Properties());
        settings.put("ApplicationName", "ashlar-migrate");
        // Ends the statement of a killed migration, and so its lock, while the server is still at work on it.
        settings.put("options", "-c client_connection_check_interval=2s");
        settings.put("user", user);
        settings.put("password", password);
        return settings;
    }

    private static @Nullable String setting(Environment environment, String own, String shared) {
        return environment.containsProperty(own) ? environment.getProperty(own) : environment.getProperty(shared);
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

    /** Opens a connection. */
    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return address();
    }
}
