// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.database.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ServerIdentityTest {
    private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";

    private final MockEnvironment settings = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?sslmode=verify-full",
                "jdbc:postgresql://h/d?sslmode=verify-ca&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://h/d?sslmode=disable&sslmode=verify-full",
                "jdbc:postgresql://h1,h2/d?sslmode=VERIFY-FULL&targetServerType=primary",
                "jdbc:postgresql://h/d?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "jdbc:postgresql://h/d?ssl=true"
            })
    void acceptsADatabaseThatProvesItsIdentity(String url) {
        assertThat(violations(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d",
                "jdbc:postgresql://h/d?sslmode=require",
                "jdbc:postgresql://h/d?sslmode=verify-fully",
                "jdbc:postgresql://h/d?sslmode=verify-full&sslmode=require",
                "jdbc:postgresql://h/d?sslmode=verify-full&ssl%6dode=verify-full&sslmode=",
                "jdbc:postgresql://h/d?application_name=?sslmode=verify-full",
                "jdbc:postgresql://h/d?ApplicationName=a%26sslmode=verify-full",
                "jdbc:postgresql://h/d?SSLMODE=verify-full",
                "jdbc:postgresql://h/d?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "jdbc:postgresql://h/d?sslmode=verify-full&sslfactory=example.Lenient",
                "jdbc:postgresql://h/d?sslmode=verify-full&sslhostnameverifier=example.Lenient",
                "jdbc:postgresql://h:port/d?sslmode=verify-full",
                "jdbc:h2:mem:d?sslmode=verify-full"
            })
    void refusesADatabaseThatMayBeAnother(String url) {
        assertThat(violations(url)).singleElement().asString().startsWith("DATABASE_URL ");
    }

    @Test
    void readsPropertiesOfTheDriverToo() {
        settings.setProperty(DRIVER + "sslmode", "verify-full");
        assertThat(violations("jdbc:postgresql://h/d")).isEmpty();
        assertThat(violations("jdbc:postgresql://h/d?sslmode=require")).hasSize(1);

        settings.setProperty(DRIVER + "sslfactory", "org.postgresql.ssl.NonValidatingFactory");
        assertThat(violations("jdbc:postgresql://h/d")).hasSize(1);
    }

    @Test
    void readsTheServiceFileToo(@TempDir Path directory) throws IOException {
        var file = directory.resolve("pg_service.conf");
        Files.writeString(file, """
                [proven]
                sslmode=verify-full
                [unproven]
                sslmode=require
                """);
        System.setProperty("org.postgresql.pgservicefile", file.toString());
        try {
            assertThat(violations("jdbc:postgresql://h/d?service=proven")).isEmpty();
            assertThat(violations("jdbc:postgresql://h/d?service=unproven")).hasSize(1);
            assertThat(violations("jdbc:postgresql://h/d?service=unknown")).hasSize(1);
        } finally {
            System.clearProperty("org.postgresql.pgservicefile");
        }
    }

    @Test
    void readsTheAddressOfMigrationsWhereTheyHaveTheirOwn() {
        settings.setProperty("spring.datasource.url", "jdbc:postgresql://h/d?sslmode=verify-full");
        settings.setProperty("spring.liquibase.url", "jdbc:postgresql://h/d?sslmode=prefer");
        assertThat(SettingRules.violationsOfMigration(settings))
                .singleElement()
                .asString()
                .contains("the driver reads it as prefer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hikari.jdbc-url", "hikari.data-source-class-name", "hikari.username", "type", "jndi-name"})
    void refusesSettingsThatLeadPastTheCheckedAddress(String name) {
        settings.setProperty("spring.datasource." + name, "any");
        assertThat(violations("jdbc:postgresql://h/d?sslmode=verify-full"))
                .singleElement()
                .asString()
                .contains("spring.datasource." + name + " is set");
    }

    @Test
    void demandsTheSameOfAReplicaAndTheUserOfTheDatabase() {
        settings.setProperty("spring.datasource.url", "jdbc:postgresql://h/d?sslmode=verify-full");
        settings.setProperty("spring.datasource.username", "web");
        assertThat(violationsOfReplica("jdbc:postgresql://r/d?sslmode=verify-full"))
                .isEmpty();
        assertThat(violationsOfReplica("jdbc:postgresql://r/d"))
                .singleElement()
                .asString()
                .startsWith("DATABASE_URL must say sslmode=verify-full");
        assertThat(violationsOfReplica("jdbc:postgresql://r/d?sslmode=verify-full&user=owner"))
                .containsExactly("DATABASE_URL names another user than that of the primary; leave it out.");
    }

    private List<String> violationsOfReplica(String url) {
        settings.setProperty("ashlar.replica.url", url);
        var replica = ConnectionSettings.ofReplica(settings).orElseThrow();
        return ServerIdentity.violationsOfReplica(replica, ConnectionSettings.ofApplication(settings))
                .toList();
    }

    private List<String> violations(String url) {
        settings.setProperty("spring.datasource.url", url);
        return ServerIdentity.violations(ConnectionSettings.ofApplication(settings), settings)
                .toList();
    }
}
