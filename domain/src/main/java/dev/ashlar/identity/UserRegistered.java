// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Event: a user has registered. Published inside the registering transaction, so that hooks can add what must exist with the user. */
public record UserRegistered(UserId userId, Instant at) {}
