// SPDX-License-Identifier: Apache-2.0
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

    /** Refuses a key without a url with {@link IllegalArgumentException}. */
    public SyncSettings {
        mrlearn = complete("mrlearn", mrlearn);
        mrtest = complete("mrtest", mrtest);
    }

    @Nullable
    Server server(SyncSource source) {
        return switch (source) {
            case MRLEARN -> mrlearn;
            case MRTEST -> mrtest;
        };
    }

    private static @Nullable Server complete(String source, @Nullable Server server) {
        if (server == null || server.url() != null) {
            return server;
        }
        if (!server.apiKey().isEmpty()) {
            throw new IllegalArgumentException(
                    "ashlar.sync.%1$s.api-key is set, but ashlar.sync.%1$s.url is not. Set both or neither."
                            .formatted(source));
        }
        return null;
    }

    /**
     * Server of a catalogue.
     *
     * @param url base address, with https unless the server is on this machine; null if it is not set
     * @param apiKey key that authenticates our requests; empty if the server needs none
     */
    public record Server(
            @Nullable URI url, @DefaultValue("") String apiKey) {
        public Server {
            if (url != null && !isSafe(url)) {
                throw new IllegalArgumentException(
                        "The url of a catalogue must begin with https:// and have neither query nor"
                                + " fragment, but it is " + url + ".");
            }
        }

        private static boolean isSafe(URI url) {
            boolean isPrivate = "https".equals(url.getScheme())
                    || ("http".equals(url.getScheme()) && LOOPBACK.contains(String.valueOf(url.getHost())));
            return isPrivate && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null;
        }

        /** Omits the key, since the text may end in a log. */
        @Override
        public String toString() {
            return String.valueOf(url);
        }
    }
}
