// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Event: a user has proved to own the email address of the account, which {@link Contacts} tell from then on. */
public record AddressVerified(UserId userId, Instant at) {}
