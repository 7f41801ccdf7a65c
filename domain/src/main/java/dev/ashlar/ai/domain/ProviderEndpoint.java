// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Address of a provider and the form of its calls.
 *
 * @param baseUrl http or https URL without user, query, fragment and slash at its end, as in {@code https://api.openai.com/v1}
 * @param hasSecret true if a secret is stored; never without authentication
 */
public record ProviderEndpoint(
        ProviderType type, String baseUrl, AuthType authType, boolean hasSecret, ProviderSettings settings) {
    public static final int MAX_URL = 500;

    private static final String POINTER = "/baseUrl";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65_535;

    public ProviderEndpoint {
        baseUrl = Fields.httpUrl(POINTER, baseUrl, MAX_URL).replaceFirst("/+$", "");
        Fields.require(
                isPlain(baseUrl),
                POINTER,
                "must have a host in ASCII, a port from 1 to 65535 if any, and neither user, query nor fragment");
        Fields.require(
                (type == ProviderType.AZURE) == (settings.apiVersion() != null),
                "/settings/apiVersion",
                type == ProviderType.AZURE ? "must be present for Azure" : "must be absent unless the type is azure");
        Fields.require(authType != AuthType.NONE || !hasSecret, "/secret", "must be absent, because authType is none");
    }

    /** True if calls can be made: the provider wants no secret, or has one. */
    boolean isComplete() {
        return authType == AuthType.NONE || hasSecret;
    }

    /** Returns scheme, host and port: the server to which the secret is sent. */
    public String origin() {
        var url = URI.create(baseUrl);
        int port = url.getPort() != -1 ? url.getPort() : url.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
        return url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + ':' + port;
    }

    private static boolean isPlain(String text) {
        try {
            var url = new URI(text);
            return url.getHost() != null
                    && (url.getPort() == -1 || (url.getPort() >= 1 && url.getPort() <= MAX_PORT))
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && url.toASCIIString().equals(text);
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
