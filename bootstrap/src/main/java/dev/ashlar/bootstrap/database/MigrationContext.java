// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Beans of the migration commands: settings and a connection, to the embedded database if no other is named. It is no
 * component, so that the application does not scan it.
 */
@Import(EmbeddedDatabaseConfiguration.class)
public class MigrationContext {
    @Bean
    OwnerDatabases ownerDatabases(ObjectProvider<LiquibaseConnectionDetails> embedded, Environment environment) {
        var details = embedded.getIfAvailable();
        var common = details == null
                ? ConnectionSettings.ofOwner(environment)
                : ConnectionSettings.ofOwner(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        var ofContexts = ConnectionSettings.ofOwnersOfContexts(environment);
        return new OwnerDatabases(
                Stream.concat(Stream.of(common), ofContexts.stream()).toList());
    }
}
