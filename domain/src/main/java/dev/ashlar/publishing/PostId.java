package dev.ashlar.publishing;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Names an article. */
public record PostId(UUID value) implements Identifier {
    public PostId {
        Objects.requireNonNull(value, "value");
    }
}
