// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.database.ConnectionSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Guard that keeps profile {@code prod} from starting with settings for development. It runs first, and reports all
 * violations at once.
 */
public final class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private final boolean migrating;

    private ProductionGuard(boolean migrating) {
        this.migrating = migrating;
    }

    /** Guards the running application. */
    public static ProductionGuard ofApplication() {
        return new ProductionGuard(false);
    }

    /** Guards a migration, which needs no secrets, and whose role owns the schema. */
    public static ProductionGuard ofMigration() {
        return new ProductionGuard(true);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        var violations = violations(environment);
        if (!violations.isEmpty()) {
            throw new StartRefused("Profile prod refuses to start:\n  - " + String.join("\n  - ", violations));
        }
    }

    private List<String> violations(Environment environment) {
        var ofContexts = ConnectionSettings.ofContexts(environment);
        var violations = new ArrayList<>(
                migrating ? SettingRules.violationsOfMigration(environment) : SettingRules.violations(environment));
        ofContexts.forEach((context, database) -> ServerIdentity.violations(database, environment)
                .map(sentence -> named(ConnectionSettings.settingOf(context), sentence))
                .forEach(violations::add));
        if (!migrating) {
            var common = ConnectionSettings.ofApplication(environment);
            violations.addAll(violations(common, environment));
            ConnectionSettings.ofReplica(environment).stream()
                    .flatMap(replica -> ServerIdentity.violationsOfReplica(replica, common))
                    .map(sentence -> named("DATABASE_REPLICA_URL", sentence))
                    .forEach(violations::add);
            ofContexts.forEach((context, database) -> violations(database, environment).stream()
                    .map(sentence -> named(ConnectionSettings.settingOf(context), sentence))
                    .forEach(violations::add));
        }
        return violations;
    }

    private static List<String> violations(ConnectionSettings database, Environment environment) {
        // The password is not sent to a server whose identity is not proven.
        if (ServerIdentity.violations(database, environment).findAny().isPresent()) {
            return List.of();
        }
        try (var connection = database.open()) {
            return DatabaseRules.violations(connection);
        } catch (SQLException failed) {
            return List.of("The database of DATABASE_URL refuses the connection: " + failed.getMessage());
        }
    }

    /** Names the setting of a context's own database in a sentence about the common one. */
    private static String named(String setting, String sentence) {
        return sentence.replace("DATABASE_URL", setting);
    }
}
