// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Rules of production for the network: whom the application believes, and what it shows without a token. */
final class EdgeRules {
    private static final Pattern ORIGIN = Pattern.compile("https://[^*/?#\\s]+");
    /** Endpoints without secrets, which the management port shows to everybody who reaches it. */
    private static final Set<String> HARMLESS_ENDPOINTS = Set.of("health", "prometheus", "info");

    private EdgeRules() {}

    static Stream<String> violations(Environment settings) {
        return Stream.of(allowedOrigins(settings), endpoints(settings), trustedProxies(settings))
                .flatMap(Optional::stream);
    }

    private static Optional<String> allowedOrigins(Environment settings) {
        return list(settings, "ashlar.web.allowed-origins").stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .findFirst()
                .map(origin ->
                        "ASHLAR_WEB_ALLOWED_ORIGINS must name https origins such as https://app.example, but one is \""
                                + origin + "\".");
    }

    private static Optional<String> endpoints(Environment settings) {
        return list(settings, "management.endpoints.web.exposure.include").stream()
                .filter(endpoint -> !HARMLESS_ENDPOINTS.contains(endpoint))
                .findFirst()
                .map(endpoint -> "management.endpoints.web.exposure.include has \"" + endpoint
                        + "\", which the management port would show without a token; leave it out.");
    }

    private static Optional<String> trustedProxies(Environment settings) {
        var strategy =
                settings.getProperty("server.forward-headers-strategy", "none").toLowerCase(Locale.ROOT);
        return switch (strategy) {
            case "none" -> Optional.empty();
            case "native" ->
                settings.getProperty("server.tomcat.remoteip.internal-proxies", "")
                                .isBlank()
                        ? Optional.of("SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES is not set; name the addresses of the"
                                + " proxies whose headers are believed.")
                        : Optional.empty();
            default ->
                Optional.of("SERVER_FORWARD_HEADERS_STRATEGY is " + strategy
                        + ", which believes the headers of every caller; set it to native.");
        };
    }

    private static List<String> list(Environment settings, String name) {
        return Binder.get(settings).bind(name, Bindable.listOf(String.class)).orElse(List.of());
    }
}
