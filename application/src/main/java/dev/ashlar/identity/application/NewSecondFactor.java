// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

/**
 * Secret of a second factor to be confirmed. It is shown once and never printed.
 *
 * @param secret text to type into an authenticator app
 * @param uri the same for the app to read, usually from a QR code
 */
public record NewSecondFactor(String secret, String uri) {
    @Override
    public String toString() {
        return "NewSecondFactor[hidden]";
    }
}
