// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import dev.ashlar.bootstrap.database.EmbeddedDatabase;
import dev.ashlar.bootstrap.seed.Seeding;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs the addresses, the database and the demo logins after the start. */
@Component
class StartupReport {
    private static final Logger log = LoggerFactory.getLogger(StartupReport.class);

    private final Environment environment;
    private final ServerProperties server;
    private final ObjectProvider<EmbeddedDatabase> embedded;
    private final Seeding seeding;

    StartupReport(
            Environment environment,
            ServerProperties server,
            ObjectProvider<EmbeddedDatabase> embedded,
            Seeding seeding) {
        this.environment = environment;
        this.server = server;
        this.embedded = embedded;
        this.seeding = seeding;
    }

    @EventListener(ApplicationReadyEvent.class)
    void report() {
        var port = environment.getProperty("local.server.port", Integer.class, -1);
        if (port > 0) {
            log.info("{}", text(port, environment.getProperty("local.management.port", Integer.class, port)));
        }
    }

    private String text(int port, int managementPort) {
        var host = Ssl.isEnabled(server.getSsl()) ? "https://localhost" : "http://localhost";
        return """
                Ashlar serves %1$s:%2$d
                  API reference  %1$s:%2$d/docs
                  console        %1$s:%2$d/console
                  health         %1$s:%3$d/actuator/health
                  database       %4$s%5$s""".formatted(host, port, managementPort, database(), seeds());
    }

    private String database() {
        var database = embedded.getIfAvailable();
        if (database == null) {
            // Parameters may hold a password.
            return environment.getProperty("spring.datasource.url", "").replaceFirst("\\?.*", "");
        }
        return "embedded, kept in %s%n                 %s%n                 %s"
                .formatted(database.directory(), database.jdbcUrl(), database.psqlCommand());
    }

    private String seeds() {
        return seeding.report().stream()
                .map(line -> System.lineSeparator() + "  " + line)
                .collect(Collectors.joining());
    }
}
