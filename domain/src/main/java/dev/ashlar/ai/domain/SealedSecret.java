// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/**
 * Secret as it is stored: encrypted, and readable only for the provider and the server for which it was sealed.
 *
 * @param secret encrypted text
 * @param secretKeyId identifier of the key that opens it
 */
public record SealedSecret(String secret, String secretKeyId) {
    @Override
    public String toString() {
        return "SealedSecret[" + secretKeyId + "]";
    }
}
