package dev.ashlar.bootstrap.database;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * All that the migration commands need: settings and a connection, the embedded database's if no other is named. Not a
 * component, so that the application does not pick it up.
 */
@Import(EmbeddedDatabaseConfiguration.class)
public class MigrationContext {
    @Bean
    OwnerConnections ownerConnections(ObjectProvider<LiquibaseConnectionDetails> embedded, Environment environment) {
        var details = embedded.getIfAvailable();
        return details == null ? new OwnerConnections(environment) : new OwnerConnections(details);
    }
}
