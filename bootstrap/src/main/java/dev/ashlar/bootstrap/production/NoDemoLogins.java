// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.identity.application.DemoLogins;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Rule of production that no published password logs in, which needs the application's services to be decided. */
@Component
@Profile("prod")
class NoDemoLogins implements SmartLifecycle {
    private final DemoLogins logins;
    private boolean checked;

    NoDemoLogins(DemoLogins logins) {
        this.logins = logins;
    }

    @Override
    public void start() {
        var working = logins.working();
        if (!working.isEmpty()) {
            throw new StartRefused(
                    "Profile prod refuses to start:\n  - The published password of the demo data logs in as "
                            + String.join(", ", working)
                            + "; use a database without demo data, or deactivate these accounts.");
        }
        checked = true;
    }

    @Override
    public void stop() {
        checked = false;
    }

    @Override
    public boolean isRunning() {
        return checked;
    }

    @Override
    public int getPhase() {
        return 0; // before the phase in which the web server opens its port
    }
}
