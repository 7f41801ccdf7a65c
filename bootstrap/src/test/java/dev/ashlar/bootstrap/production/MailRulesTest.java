// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

class MailRulesTest {
    private static final String SESSION = "spring.mail.properties.";

    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("spring.mail.host", "mail.example")
            .withProperty("ashlar.mail.from", "accounts@school.example")
            .withProperty("ashlar.mail.link-base", "https://school.example");

    /** Below the settings of a test, as below those of an operator. */
    @BeforeEach
    void addSettingsOfProduction() throws IOException {
        new YamlPropertySourceLoader()
                .load("prod", new ClassPathResource("application-prod.yaml"))
                .forEach(settings.getPropertySources()::addLast);
    }

    @Test
    void acceptsAServerWithTheSettingsOfProduction() {
        assertThat(MailRules.violations(settings)).isEmpty();
    }

    @Test
    void acceptsImplicitTls() {
        settings.setProperty(SESSION + "mail.smtp.starttls.required", "false");
        settings.setProperty("spring.mail.ssl.enabled", "true");
        assertThat(MailRules.violations(settings)).isEmpty();

        settings.setProperty("spring.mail.ssl.enabled", "false");
        settings.setProperty("spring.mail.protocol", "smtps");
        assertThat(MailRules.violations(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"mail.smtp.starttls.required, false", "mail.smtp.starttls.enable, false"})
    void refusesAServerWithoutTls(String name, String value) {
        settings.setProperty(SESSION + name, value);
        assertThat(MailRules.violations(settings)).singleElement().asString().contains("is not encrypted");
    }

    @ParameterizedTest
    @CsvSource({
        "mail.smtp.ssl.checkserveridentity, false",
        "mail.smtp.ssl.trust, *",
        "mail.smtp.ssl.socketFactory.class, example.Lenient",
        "mail.smtp.socketFactory.class, example.Lenient"
    })
    void refusesAServerWhoseCertificateIsNotChecked(String name, String value) {
        settings.setProperty(SESSION + name, value);
        assertThat(MailRules.violations(settings)).singleElement().asString().contains("is not checked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://school.example",
                "https://localhost:8080",
                "https://app.localhost",
                "https://127.0.0.1",
                "https://[::1]:8443",
                "https://",
                "school.example",
                "https://school example"
            })
    void refusesLinksThatReachNobody(String base) {
        settings.setProperty("ashlar.mail.link-base", base);
        assertThat(MailRules.violations(settings)).singleElement().asString().contains("ASHLAR_MAIL_LINK_BASE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ashlar@localhost", "accounts@", ""})
    void refusesASenderWithoutADomain(String from) {
        settings.setProperty("ashlar.mail.from", from);
        assertThat(MailRules.violations(settings)).singleElement().asString().contains("ASHLAR_MAIL_FROM");
    }
}
