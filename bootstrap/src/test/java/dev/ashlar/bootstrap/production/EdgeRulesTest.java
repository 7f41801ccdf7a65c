// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class EdgeRulesTest {
    private static final String STRATEGY = "server.forward-headers-strategy";

    private final MockEnvironment settings = new MockEnvironment();

    @BeforeEach
    void addSettingsOfProduction() throws IOException {
        for (var file : new String[] {"application-prod.yaml", "application.yaml"}) {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(settings.getPropertySources()::addLast);
        }
    }

    @Test
    void acceptsTheSettingsOfProduction() {
        assertThat(EdgeRules.violations(settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "http://school.example",
                "https://*.school.example",
                "https://school.example/",
                "https://school.example,http://localhost:3000"
            })
    void allowsNoOriginButOverHttps(String origins) {
        settings.setProperty("ashlar.web.allowed-origins", origins);
        assertThat(EdgeRules.violations(settings)).singleElement().asString().contains("ASHLAR_WEB_ALLOWED_ORIGINS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "health,env", "health, prometheus, heapdump", "loggers"})
    void showsNoSecretOnTheOpenPort(String endpoints) {
        settings.setProperty("management.endpoints.web.exposure.include", endpoints);
        assertThat(EdgeRules.violations(settings)).singleElement().asString().contains("exposure.include has");
    }

    @Test
    void believesNamedProxiesOnly() {
        settings.setProperty(STRATEGY, "framework");
        assertThat(EdgeRules.violations(settings)).singleElement().asString().contains("believes the headers of every");

        settings.setProperty(STRATEGY, "NATIVE");
        assertThat(EdgeRules.violations(settings)).singleElement().asString().contains("INTERNAL_PROXIES is not set");

        settings.setProperty("server.tomcat.remoteip.internal-proxies", "10\\.0\\.0\\.7");
        assertThat(EdgeRules.violations(settings)).isEmpty();
    }
}
