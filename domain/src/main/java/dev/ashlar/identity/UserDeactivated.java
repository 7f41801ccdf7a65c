// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Event: an administrator has deactivated a user. The sessions are already revoked. */
public record UserDeactivated(UserId userId, Instant at) {}
