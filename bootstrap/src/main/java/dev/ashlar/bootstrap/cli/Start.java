// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.Ashlar;
import dev.ashlar.bootstrap.database.FirstConnection;
import dev.ashlar.bootstrap.database.MigrationContext;
import dev.ashlar.bootstrap.production.ProductionGuard;
import java.util.HashMap;
import java.util.Map;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.Banner;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the application, or the part that a command needs, with the settings of the command line. */
final class Start {
    private final String[] settings;

    Start(String[] settings) {
        this.settings = settings;
    }

    /** @param overrides settings that take precedence over all others */
    ConfigurableApplicationContext application(Map<String, Object> overrides) {
        return run(builder(overrides));
    }

    /**
     * Starts the application for a command that calls its services: it opens no port, runs no jobs, and creates a bean when it is used.
     *
     * @param overrides settings that take precedence over all others
     */
    ConfigurableApplicationContext quietly(Map<String, Object> overrides) {
        var quiet = new HashMap<>(overrides);
        quiet.put("server.port", "-1");
        quiet.put("management.server.port", "-1");
        quiet.put("server.shutdown", "immediate"); // it has no requests to wait for, and says nothing of them
        quiet.put("db-scheduler.enabled", "false");
        quiet.put("ashlar.seed-at-startup", "false");
        return run(builder(quiet).lazyInitialization(true).initializers(Start::migrateEagerly));
    }

    /** Migrates at the start although beans are lazy: what refuses the migration is reported there, not by the first statement. */
    private static void migrateEagerly(ConfigurableApplicationContext context) {
        context.getBeanFactory()
                .registerSingleton(
                        "eagerMigrations", LazyInitializationExcludeFilter.forBeanTypes(SpringLiquibase.class));
    }

    private static SpringApplicationBuilder builder(Map<String, Object> overrides) {
        return new SpringApplicationBuilder(Ashlar.class)
                .initializers(
                        context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("command", overrides)),
                        ProductionGuard.ofApplication(),
                        FirstConnection::check);
    }

    ConfigurableApplicationContext migrations() {
        return run(new SpringApplicationBuilder(MigrationContext.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(ProductionGuard.ofMigration()));
    }

    private ConfigurableApplicationContext run(SpringApplicationBuilder application) {
        try {
            return application.bannerMode(Banner.Mode.OFF).run(settings);
        } catch (RuntimeException reported) {
            throw new StartFailed(reported);
        }
    }
}
