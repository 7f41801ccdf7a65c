package dev.ashlar.bootstrap.cli;

import dev.ashlar.bootstrap.Ashlar;
import dev.ashlar.bootstrap.database.MigrationContext;
import dev.ashlar.bootstrap.production.ProductionGuard;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
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
        return run(new SpringApplicationBuilder(Ashlar.class)
                .initializers(
                        context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("command", overrides)),
                        ProductionGuard.ofApplication()));
    }

    /**
     * Starts the application for a command that calls its services: it opens no port and runs no jobs.
     *
     * @param overrides settings that take precedence over all others
     */
    ConfigurableApplicationContext quietly(Map<String, Object> overrides) {
        var quiet = new HashMap<>(overrides);
        quiet.put("server.port", "-1");
        quiet.put("management.server.port", "-1");
        quiet.put("db-scheduler.enabled", "false");
        quiet.put("ashlar.seed-at-startup", "false");
        return application(quiet);
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
