// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.catalogue;

import dev.ashlar.sync.web.SyncSettings;
import dev.ashlar.sync.web.SyncSettings.Server;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** A fake catalogue in this process, where no server of courses is configured. It is the server of tests, too. */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
@ConditionalOnProperty(name = "ashlar.sync.mrlearn.url", matchIfMissing = true, havingValue = "none")
class FakeCatalogueConfiguration {
    private static final int COURSES = 30;
    private static final int TESTS = 20;

    @Bean
    FakeCatalogue fakeCatalogue() {
        return FakeCatalogue.start(0, FakeCatalogue.DEMO_KEY, COURSES, TESTS);
    }

    @Bean
    @Primary
    SyncSettings fakeServers(FakeCatalogue catalogue) {
        var server = new Server(catalogue.address(), FakeCatalogue.DEMO_KEY);
        return new SyncSettings(server, server);
    }
}
