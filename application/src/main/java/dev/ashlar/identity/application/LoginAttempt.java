// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Attempt to log in that may go on.
 *
 * @param credentials data to check the password against; null if there is no such account
 */
public record LoginAttempt(@Nullable Credentials credentials, Origin origin) {}
