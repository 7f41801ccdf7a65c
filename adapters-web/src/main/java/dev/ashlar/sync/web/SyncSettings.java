package dev.ashlar.sync.web;

import dev.ashlar.sync.domain.SyncSource;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Servers of external catalogues.
 *
 * @param mrlearn server of courses; null if they are not pulled
 * @param mrtest server of tests; null if they are not pulled
 */
@ConfigurationProperties("ashlar.sync")
public record SyncSettings(
        @Nullable Server mrlearn, @Nullable Server mrtest) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Nullable
    Server server(SyncSource source) {
        return switch (source) {
            case MRLEARN -> mrlearn;
            case MRTEST -> mrtest;
        };
    }

    /**
     * Server of a catalogue.
     *
     * @param url base address, with https unless the server is on this machine
     * @param apiKey key that authenticates our requests; empty if the server needs none
     */
    public record Server(URI url, @DefaultValue("") String apiKey) {
        public Server {
            boolean isSafe = "https".equals(url.getScheme())
                    || ("http".equals(url.getScheme()) && LOOPBACK.contains(String.valueOf(url.getHost())));
            if (!isSafe || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "The url of a catalogue must begin with https:// and have neither query nor"
                                + " fragment, but it is " + url + ".");
            }
        }

        /** Omits the key, since the text may end in a log. */
        @Override
        public String toString() {
            return url.toString();
        }
    }
}
