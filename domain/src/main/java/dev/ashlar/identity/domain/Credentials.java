package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;

/** What a login is checked against. The only type that carries a password's hash; it never prints it. */
public record Credentials(UserId userId, String passwordHash, boolean active) {
    @Override
    public String toString() {
        return "Credentials[userId=" + userId + ", passwordHash=hidden, active=" + active + "]";
    }
}
