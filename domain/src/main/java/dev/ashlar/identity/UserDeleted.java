// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Event: a user has deleted the own account, after a {@link UserDeactivated}. Identity keeps an empty account under the same id, so
 * that ledgers and discussions stay whole; listeners remove what else would tell who it was. Published again in the following nights, for
 * listeners that it has not reached.
 */
public record UserDeleted(UserId userId, Instant at) {}
