// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Event: a user deletes the account, which had this verified email address. Listeners in the transaction remove the address from rows that
 * do not know the account. None listens after the commit, because the address would be stored with the event until all have handled it.
 */
public record AddressErased(UserId userId, String email, Instant at) {}
