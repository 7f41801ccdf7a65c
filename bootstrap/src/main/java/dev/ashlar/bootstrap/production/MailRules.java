// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Rules of production for mails: their links reach the front end, and their secrets travel encrypted. */
final class MailRules {
    private static final Pattern LOCAL_HOST =
            Pattern.compile("(.*\\.)?localhost|127\\..*|0\\.0\\.0\\.0|\\[::1?]", Pattern.CASE_INSENSITIVE);
    /** Properties of the mail session that replace the check of the server's certificate. */
    private static final Pattern UNCHECKED =
            Pattern.compile("mail\\.smtps?\\.(ssl\\.trust|(ssl\\.)?socketfactory.*)", Pattern.CASE_INSENSITIVE);

    private MailRules() {}

    static Stream<String> violations(Environment settings) {
        return Stream.of(server(settings), sender(settings), linkBase(settings)).flatMap(Optional::stream);
    }

    private static Optional<String> server(Environment settings) {
        if (settings.getProperty("spring.mail.host", "").isBlank()) {
            return Optional.of(
                    "SPRING_MAIL_HOST is not set; without it mails, and the secrets in them, go to the log.");
        }
        var session = Binder.get(settings)
                .bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        var protocol = settings.getProperty("spring.mail.protocol", "smtp").toLowerCase(Locale.ROOT);
        boolean encrypted = protocol.equals("smtps")
                || settings.getProperty("spring.mail.ssl.enabled", Boolean.class, false)
                || isOn(session, "mail.smtp.ssl.enable")
                || (isOn(session, "mail.smtp.starttls.enable") && isOn(session, "mail.smtp.starttls.required"));
        if (!encrypted) {
            return Optional.of("The connection to SPRING_MAIL_HOST is not encrypted; leave"
                    + " spring.mail.properties.mail.smtp.starttls.required on, or set SPRING_MAIL_SSL_ENABLED.");
        }
        boolean checked = isOn(session, "mail." + protocol + ".ssl.checkserveridentity")
                && session.keySet().stream()
                        .noneMatch(name -> UNCHECKED.matcher(name).matches());
        return checked
                ? Optional.empty()
                : Optional.of(
                        "The certificate of SPRING_MAIL_HOST is not checked; leave ssl.checkserveridentity on, and"
                                + " ssl.trust and socketFactory unset, in spring.mail.properties.");
    }

    private static boolean isOn(Map<String, String> session, String name) {
        return "true".equalsIgnoreCase(session.get(name));
    }

    private static Optional<String> sender(Environment settings) {
        var from = settings.getProperty("ashlar.mail.from", "");
        return isLocal(from.substring(from.indexOf('@') + 1))
                ? Optional.of("ASHLAR_MAIL_FROM must be the address that account mails come from.")
                : Optional.empty();
    }

    private static Optional<String> linkBase(Environment settings) {
        var base = settings.getProperty("ashlar.mail.link-base", "");
        return isPublicHttps(base)
                ? Optional.empty()
                : Optional.of("ASHLAR_MAIL_LINK_BASE must be the https address of the front end, since the links in"
                        + " account mails begin with it.");
    }

    private static boolean isPublicHttps(String address) {
        try {
            var uri = URI.create(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && !isLocal(uri.getHost());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isLocal(String host) {
        return host.isBlank() || LOCAL_HOST.matcher(host).matches();
    }
}
