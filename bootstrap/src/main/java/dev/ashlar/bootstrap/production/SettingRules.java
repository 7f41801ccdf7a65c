package dev.ashlar.bootstrap.production;

import dev.ashlar.bootstrap.home.JwtSecret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Rules of production for the settings. Each returns a sentence that names the setting if it is violated. */
final class SettingRules {
    private static final String URL = "spring.datasource.url";
    private static final String POOL_SIZE = "spring.datasource.hikari.maximum-pool-size";
    private static final Pattern VERIFIED = Pattern.compile("[?&]sslmode=verify-(full|ca)(&|$)");
    private static final int MIN_SECRET_BYTES = 32;
    private static final int MIN_DISTINCT_CHARACTERS = 10;

    private SettingRules() {}

    /** Returns violations that a migration also refuses: no named or no verified database. */
    static List<String> violationsOfDatabase(Environment settings) {
        return Stream.of(namedDatabase(settings), verifiedServer(settings))
                .flatMap(Optional::stream)
                .toList();
    }

    static List<String> violations(Environment settings) {
        return Stream.of(
                        violationsOfDatabase(settings).stream(),
                        Stream.of(
                                        jwtSecret(settings),
                                        poolSize(settings),
                                        mailServer(settings),
                                        paymentGateway(settings),
                                        webhookSecret(settings),
                                        demoData(settings))
                                .flatMap(Optional::stream),
                        SqlLogging.violations(settings).stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static Optional<String> namedDatabase(Environment settings) {
        return settings.getProperty(URL, "").isBlank()
                ? Optional.of("DATABASE_URL is not set, and the embedded database is for development only.")
                : Optional.empty();
    }

    private static Optional<String> verifiedServer(Environment settings) {
        var url = settings.getProperty(URL, "");
        boolean unproven = !VERIFIED.matcher(url).find() || url.contains("NonValidatingFactory");
        return !url.isBlank() && unproven
                ? Optional.of(
                        "DATABASE_URL must say sslmode=verify-full (or verify-ca), so that the database proves who it is.")
                : Optional.empty();
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

    private static Optional<String> poolSize(Environment settings) {
        var size = settings.getProperty(POOL_SIZE, "").strip();
        if (size.isEmpty()) {
            return Optional.of(
                    "ASHLAR_POOL_SIZE is not set; give each instance its share of the server's max_connections.");
        }
        return size.matches("[1-9]\\d{0,3}")
                ? Optional.empty()
                : Optional.of("ASHLAR_POOL_SIZE must be a whole number from 1 to 9999, but it is \"" + size + "\".");
    }

    private static Optional<String> mailServer(Environment settings) {
        return settings.getProperty("spring.mail.host", "").isBlank()
                ? Optional.of("SPRING_MAIL_HOST is not set; without it mails, and the secrets in them, go to the log.")
                : Optional.empty();
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

    private static Optional<String> demoData(Environment settings) {
        boolean on = settings.acceptsProfiles(Profiles.of("demo"))
                || "true".equalsIgnoreCase(settings.getProperty("ashlar.demo-data"));
        return on
                ? Optional.of("ashlar.demo-data (profile demo) is on, and its logins have published passwords.")
                : Optional.empty();
    }
}
