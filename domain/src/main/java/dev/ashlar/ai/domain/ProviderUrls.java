// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/** URLs at which providers may be. */
public interface ProviderUrls {
    /** Refuses an endpoint that may not be called by its form: plain http, unless the settings allow it. Resolves no name. */
    void requireAllowed(ProviderEndpoint endpoint);
}
