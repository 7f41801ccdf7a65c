// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.seed;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Seeds while the application starts, before the port opens, so that no client meets half of the rows. In production
 * seeding is a step of the deployment.
 */
@Component
@Profile("!prod")
@ConditionalOnBooleanProperty(name = SeedAtStartup.PROPERTY, matchIfMissing = true)
class SeedAtStartup implements SmartLifecycle {
    static final String PROPERTY = "ashlar.seed-at-startup";

    private static final Logger log = LoggerFactory.getLogger(SeedAtStartup.class);

    private final Seeding seeding;
    private boolean seeded;

    SeedAtStartup(Seeding seeding) {
        this.seeding = seeding;
    }

    @Override
    public void start() {
        try {
            seeding.run(log::info);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database cannot be seeded.", failed);
        }
        seeded = true;
    }

    @Override
    public void stop() {
        seeded = false;
    }

    @Override
    public boolean isRunning() {
        return seeded;
    }

    @Override
    public int getPhase() {
        return 0; // before the phase in which the web server opens its port
    }
}
