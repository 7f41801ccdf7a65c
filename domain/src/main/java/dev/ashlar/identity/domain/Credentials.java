// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;

/** Data that a login is checked against. The only type that carries a password's hash, which is never printed. */
public record Credentials(UserId userId, String passwordHash, boolean active) {
    @Override
    public String toString() {
        return "Credentials[userId=" + userId + ", passwordHash=hidden, active=" + active + "]";
    }
}
