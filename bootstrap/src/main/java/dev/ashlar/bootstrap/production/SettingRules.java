// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import dev.ashlar.bootstrap.database.ConnectionSettings;
import dev.ashlar.bootstrap.home.JwtSecret;
import dev.ashlar.bootstrap.seed.Seeding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Rules of production for the settings. Each returns a sentence that names the setting if it is violated. */
final class SettingRules {
    private static final String POOL_SIZE = "spring.datasource.hikari.maximum-pool-size";
    private static final int MIN_SECRET_BYTES = 32;
    private static final int MIN_DISTINCT_CHARACTERS = 10;

    private SettingRules() {}

    /** Returns violations of the settings of a migration, which needs no secrets. */
    static List<String> violationsOfMigration(Environment settings) {
        return ServerIdentity.violations(ConnectionSettings.ofOwner(settings), settings)
                .toList();
    }

    static List<String> violations(Environment settings) {
        return Stream.of(
                        ServerIdentity.violations(ConnectionSettings.ofApplication(settings), settings),
                        Stream.of(jwtSecret(settings), poolSize(settings)).flatMap(Optional::stream),
                        MailRules.violations(settings),
                        EdgeRules.violations(settings),
                        Stream.of(
                                        paymentGateway(settings),
                                        webhookSecret(settings),
                                        secondFactor(settings),
                                        plainHttp(settings),
                                        demoData(settings))
                                .flatMap(Optional::stream),
                        SqlLogging.violations(settings).stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Optional<String> jwtSecret(Environment settings) {
        var secret = settings.getProperty(JwtSecret.PROPERTY, "");
        if (secret.isBlank()) {
            return Optional.of(JwtSecret.VARIABLE + " is not set; draw one with `openssl rand -base64 48`.");
        }
        boolean guessable = secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES
                || secret.chars().distinct().count() < MIN_DISTINCT_CHARACTERS;
        return guessable
                ? Optional.of(JwtSecret.VARIABLE + " must be at least " + MIN_SECRET_BYTES
                        + " random bytes; draw one with `openssl rand -base64 48`.")
                : Optional.empty();
    }

    private static Optional<String> secondFactor(Environment settings) {
        return "true".equalsIgnoreCase(settings.getProperty("ashlar.security.admin-second-factor"))
                ? Optional.empty()
                : Optional.of("ashlar.security.admin-second-factor must be true: a password alone must not open the"
                        + " administration.");
    }

    private static Optional<String> poolSize(Environment settings) {
        var size = settings.getProperty(POOL_SIZE, "").strip();
        if (size.isEmpty()) {
            return Optional.of(
                    "ASHLAR_POOL_SIZE is not set; give each instance its share of the server's max_connections.");
        }
        return size.matches("[2-9]|[1-9]\\d{1,3}")
                ? Optional.empty()
                : Optional.of("ASHLAR_POOL_SIZE must be a whole number from 2 to 9999, but it is \"" + size + "\".");
    }

    private static Optional<String> paymentGateway(Environment settings) {
        return settings.getProperty("ashlar.payments.url", "").startsWith("https://")
                ? Optional.empty()
                : Optional.of("ASHLAR_PAYMENTS_URL must be the https address of the payment gateway;"
                        + " the sandbox moves no money.");
    }

    private static Optional<String> webhookSecret(Environment settings) {
        var secret = settings.getProperty("ashlar.payments.webhook-secret", "");
        var key = settings.getProperty("ashlar.payments.api-key", "");
        return secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES || key.isBlank()
                ? Optional.of(
                        "ASHLAR_PAYMENTS_API_KEY and ASHLAR_PAYMENTS_WEBHOOK_SECRET must be set to what the gateway"
                                + " gave you; the latter has at least " + MIN_SECRET_BYTES + " bytes.")
                : Optional.empty();
    }

    private static Optional<String> plainHttp(Environment settings) {
        return settings.getProperty("ashlar.ai.plain-http", "false").equalsIgnoreCase("false")
                ? Optional.empty()
                : Optional.of("ashlar.ai.plain-http must be false: secrets of AI providers are sent by https only.");
    }

    private static Optional<String> demoData(Environment settings) {
        boolean on = settings.acceptsProfiles(Profiles.of("demo"))
                || settings.getProperty(Seeding.DEMO_DATA, Boolean.class, false);
        return on
                ? Optional.of("Demo data is on (ashlar.demo-data, profile demo or seed --demo), and its logins have"
                        + " published passwords.")
                : Optional.empty();
    }
}
