// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderUrls;
import dev.ashlar.kernel.Fields;
import java.net.URI;
import org.springframework.stereotype.Component;

/** {@link ProviderUrls} of the settings. */
@Component
record AllowedProviderUrls(AiSettings settings) implements ProviderUrls {
    @Override
    public void requireAllowed(ProviderEndpoint endpoint) {
        Fields.require(settings.allowsScheme(URI.create(endpoint.baseUrl())), "/baseUrl", "must be an https URL");
    }
}
