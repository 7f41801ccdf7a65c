package dev.ashlar.identity;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** One login on one device: the family of refresh tokens that succeed each other. Access tokens carry it as {@code sid}. */
public record SessionId(UUID value) implements Identifier {
    public SessionId {
        Objects.requireNonNull(value, "value");
    }
}
