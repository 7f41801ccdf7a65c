package dev.ashlar.kernel;

import java.util.Objects;
import java.util.UUID;

/**
 * A person. It stands in the kernel, not in identity, because every context points at people and none needs more of
 * them than this.
 */
public record UserId(UUID value) implements Identifier {
    public UserId {
        Objects.requireNonNull(value, "value");
    }
}
