// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.config.Http1Config;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.ssl.SslBundle;

/** Connections to servers that users name, and that may be anything. */
final class WebhookConnections {
    /** Addresses of the public internet, without those that lead elsewhere, such as 6to4 and NAT64. */
    static final InetAddressFilter PUBLIC = WebhookConnections::isPublic;

    private static final InetAddressFilter EXTERNAL = InetAddressFilter.externalAddresses()
            .andNot(InetAddressFilter.specialPurpose(), InetAddressFilter.multicast())
            .andNot("::/96"); // addresses of IPv4 in a form that IPv6 once had

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_CONNECTIONS = 100;
    private static final int MAX_LINE = 8192;
    private static final int MAX_HEADERS = 100;

    private WebhookConnections() {}

    /**
     * Returns a client that connects only to addresses of the filter. They are the ones that it has resolved for this connection, so that
     * a second answer of the name server cannot lead elsewhere.
     *
     * @param tls certificates to trust; null for those of the platform
     */
    static CloseableHttpClient client(InetAddressFilter filter, @Nullable SslBundle tls) {
        var settings = HttpClientSettings.defaults()
                .withTimeouts(CONNECT_TIMEOUT, READ_TIMEOUT)
                .withRedirects(HttpRedirects.DONT_FOLLOW)
                .withCookieHandling(HttpCookieHandling.DISABLE)
                .withInetAddressFilter(filter)
                .withSslBundle(tls);
        return new HttpComponentsHttpClientBuilder()
                .withCustomizer(WebhookConnections::harden)
                .withConnectionManagerCustomizer(WebhookConnections::bound)
                .build(settings);
    }

    /** A resolver returns an address of IPv4 that is written in IPv6 (::ffff:10.0.0.1) as it is, but the system connects to the former. */
    private static boolean isPublic(InetAddress address) {
        try {
            return EXTERNAL.matches(InetAddress.getByAddress(address.getAddress()));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** A proxy would resolve the host itself, and a second try or a kept connection has no use here. */
    private static void harden(HttpClientBuilder client) {
        client.setRoutePlanner(new DefaultRoutePlanner(null))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Ashlar");
    }

    private static void bound(PoolingHttpClientConnectionManagerBuilder connections) {
        var http = Http1Config.custom()
                .setMaxLineLength(MAX_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        connections
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build());
    }
}
