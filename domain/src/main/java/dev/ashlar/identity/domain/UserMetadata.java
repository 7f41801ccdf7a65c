// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.JsonDocument;

/**
 * Data about a user that reports read and no rule depends on.
 *
 * @param registeredOn code of the platform that the user registered through
 */
public record UserMetadata(String registeredOn) implements JsonDocument {}
