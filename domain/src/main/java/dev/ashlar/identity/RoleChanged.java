// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/** Event: an administrator has changed the role of a user. Access tokens with the old role are refused within seconds. */
public record RoleChanged(UserId userId, Role from, Role to, Instant at) {}
