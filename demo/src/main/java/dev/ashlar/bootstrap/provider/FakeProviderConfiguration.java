// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.provider;

import dev.ashlar.ai.web.AiSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** A fake provider in this process, for the demo data and for tests. It is reached without TLS. */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
class FakeProviderConfiguration {
    @Bean
    FakeProvider fakeProvider() {
        return FakeProvider.start(0, FakeProvider.DEMO_KEY);
    }

    @Bean
    @Primary
    AiSettings settingsWithPlainHttp(Environment environment) {
        var configured = Binder.get(environment).bindOrCreate("ashlar.ai", AiSettings.class);
        return new AiSettings(true, configured.sealingSecrets(), configured.retentionMonths());
    }
}
