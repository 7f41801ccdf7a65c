// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of AI.
 *
 * @param plainHttp true if providers in the own network may be called without TLS
 * @param sealingSecrets secrets from which the keys for the secrets of providers are derived: the first one seals, all open; without
 *     any, the secret for stored data serves
 * @param retentionMonths months for which interactions are kept
 */
@ConfigurationProperties("ashlar.ai")
public record AiSettings(
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue List<String> sealingSecrets,
        @DefaultValue("13") int retentionMonths) {
    private static final int MIN_BYTES = 32;

    public AiSettings {
        sealingSecrets = List.copyOf(sealingSecrets);
        if (sealingSecrets.stream().anyMatch(secret -> secret.getBytes(StandardCharsets.UTF_8).length < MIN_BYTES)) {
            throw new IllegalArgumentException(
                    "ashlar.ai.sealing-secrets must have at least " + MIN_BYTES + " bytes each");
        }
    }

    /** True if providers may be called by the scheme of the URL. */
    boolean allowsScheme(URI url) {
        return "https".equals(url.getScheme()) || plainHttp;
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "AiSettings[plainHttp=" + plainHttp + ", retentionMonths=" + retentionMonths + "]";
    }
}
