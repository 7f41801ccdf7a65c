package dev.ashlar.wallet;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Tokens set aside for one purpose. */
public record HoldId(UUID value) implements Identifier {
    public HoldId {
        Objects.requireNonNull(value, "value");
    }
}
