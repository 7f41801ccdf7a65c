// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import org.springframework.stereotype.Component;

/** Reads from the database, through the pool. */
@Component
class DatabaseProbe implements HealthProbe {
    private final HealthService health;

    DatabaseProbe(HealthService health) {
        this.health = health;
    }

    @Override
    public String component() {
        return "database";
    }

    @Override
    public HealthResult check() {
        health.current();
        return HealthResult.HEALTHY;
    }
}
