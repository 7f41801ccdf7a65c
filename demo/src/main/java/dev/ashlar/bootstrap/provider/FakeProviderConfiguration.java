package dev.ashlar.bootstrap.provider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A fake provider in this process, for the demo data. */
@Configuration(proxyBeanMethods = false)
class FakeProviderConfiguration {
    /** Key of the demo's provider. It opens nothing but this process. */
    static final String API_KEY = "sandbox";

    @Bean
    FakeProvider fakeProvider() {
        return FakeProvider.start(0, API_KEY);
    }
}
