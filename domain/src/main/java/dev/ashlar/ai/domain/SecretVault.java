// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.util.List;

/** Encryption of the secrets of providers. */
public interface SecretVault {
    /**
     * Encrypts a secret under the current key.
     *
     * @param origin server to which the secret may be sent, see {@link ProviderEndpoint#origin}
     */
    SealedSecret seal(ProviderSecret secret, AiProviderId owner, String origin);

    /**
     * Decrypts a secret.
     *
     * @throws IllegalStateException if it was sealed for another provider or server, was edited, or its key is unknown
     */
    ProviderSecret open(SealedSecret sealed, AiProviderId owner, String origin);

    /** Returns the identifiers of the keys that only open: secrets under them are to be sealed anew. */
    List<String> formerKeys();
}
