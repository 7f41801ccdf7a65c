// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class SettingRulesTest {
    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://h:5432/d?sslmode=verify-full")
            .withProperty("spring.datasource.hikari.maximum-pool-size", "20")
            .withProperty("ashlar.security.jwt-secret", "0123456789abcdef0123456789abcdef")
            .withProperty("spring.mail.host", "mail.example")
            .withProperty("spring.mail.properties.mail.smtp.starttls.enable", "true")
            .withProperty("spring.mail.properties.mail.smtp.starttls.required", "true")
            .withProperty("spring.mail.properties.mail.smtp.ssl.checkserveridentity", "true")
            .withProperty("spring.mail.properties.mail.smtps.ssl.checkserveridentity", "true")
            .withProperty("ashlar.mail.from", "accounts@school.example")
            .withProperty("ashlar.mail.link-base", "https://school.example/app")
            .withProperty("ashlar.web.allowed-origins", "https://school.example,https://school.example:8443")
            .withProperty("ashlar.payments.url", "https://pay.example")
            .withProperty("ashlar.payments.api-key", "key")
            .withProperty("ashlar.payments.webhook-secret", "0123456789abcdef0123456789abcdef")
            .withProperty("ashlar.security.admin-second-factor", "true")
            .withProperty("logging.level.root", "info")
            .withProperty("logging.level.dev.ashlar.wallet.web", "debug");

    @Test
    void goodSettingsPass() {
        assertThat(SettingRules.violations(settings)).isEmpty();
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        var bare = new MockEnvironment()
                .withProperty("ashlar.demo-data", "true")
                .withProperty("mybatis.configuration.log-impl", "org.apache.ibatis.logging.stdout.StdOutImpl");
        assertThat(SettingRules.violations(bare))
                .satisfiesExactly(
                        database -> assertThat(database).contains("DATABASE_URL is not set"),
                        secret -> assertThat(secret).contains("ASHLAR_JWT_SECRET is not set"),
                        pool -> assertThat(pool).contains("ASHLAR_POOL_SIZE is not set"),
                        mail -> assertThat(mail).contains("SPRING_MAIL_HOST is not set"),
                        sender -> assertThat(sender).contains("ASHLAR_MAIL_FROM"),
                        links -> assertThat(links).contains("ASHLAR_MAIL_LINK_BASE"),
                        gateway -> assertThat(gateway).contains("ASHLAR_PAYMENTS_URL must be"),
                        webhooks -> assertThat(webhooks).contains("ASHLAR_PAYMENTS_WEBHOOK_SECRET"),
                        factor -> assertThat(factor).contains("ashlar.security.admin-second-factor"),
                        demo -> assertThat(demo).contains("Demo data is on"),
                        logging -> assertThat(logging).contains("mybatis.configuration.log-impl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "abcabcabcabcabcabcabcabcabcabcabcabc"})
    void theSecretMustNotBeGuessable(String secret) {
        settings.setProperty("ashlar.security.jwt-secret", secret);
        assertThat(SettingRules.violations(settings))
                .singleElement()
                .asString()
                .contains("ASHLAR_JWT_SECRET must be at least 32 random bytes")
                .doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "", "no"})
    void administratorsNeedASecondFactor(String value) {
        settings.setProperty("ashlar.security.admin-second-factor", value);
        assertThat(SettingRules.violations(settings))
                .singleElement()
                .asString()
                .contains("ashlar.security.admin-second-factor must be true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "on"})
    void providersOfModelsAreCalledByHttps(String value) {
        settings.setProperty("ashlar.ai.plain-http", value);
        assertThat(SettingRules.violations(settings))
                .singleElement()
                .asString()
                .contains("ashlar.ai.plain-http must be false");
    }

    @Test
    void thePaymentGatewayIsARealOne() {
        settings.setProperty("ashlar.payments.url", "http://localhost:9100");
        assertThat(SettingRules.violations(settings)).singleElement().asString().contains("sandbox moves no money");
    }

    @ParameterizedTest
    @CsvSource({"api-key, ''", "webhook-secret, short"})
    void theGatewaysSecretsAreSet(String name, String value) {
        settings.setProperty("ashlar.payments." + name, value);
        assertThat(SettingRules.violations(settings)).singleElement().asString().contains("ASHLAR_PAYMENTS_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-1", "many", "2.5"})
    void thePoolSizeMustBeANumber(String size) {
        settings.setProperty("spring.datasource.hikari.maximum-pool-size", size);
        assertThat(SettingRules.violations(settings))
                .singleElement()
                .asString()
                .contains("ASHLAR_POOL_SIZE must be a whole number", size);
    }

    @ParameterizedTest
    @CsvSource({
        "root,DEBUG",
        "sql,trace",
        "dev.ashlar,debug",
        "dev.ashlar.wallet,trace",
        "dev.ashlar.wallet.persistence,debug",
        "dev.ashlar.wallet.persistence.WalletMapper,debug",
        "org.apache.ibatis,all",
        "org,debug",
        "org.springframework.jdbc.core.StatementCreatorUtils,trace",
        "org.postgresql.core,debug"
    })
    void statementsAreNotLogged(String logger, String level) {
        settings.setProperty("logging.level." + logger, level);
        assertThat(SettingRules.violations(settings)).singleElement().asString().contains("logging.level." + logger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "on", "yes", "1"})
    void refusesDemoDataHoweverTrueIsSpelled(String spelling) {
        settings.setProperty("ashlar.demo-data", spelling);
        assertThat(SettingRules.violations(settings)).singleElement().asString().contains("Demo data is on");
    }

    @Test
    @Tag("rule-guarded-demo-data")
    void theDemoProfileIsRefused() {
        settings.setActiveProfiles("prod", "demo");
        assertThat(SettingRules.violations(settings)).singleElement().asString().contains("Demo data is on");
    }
}
