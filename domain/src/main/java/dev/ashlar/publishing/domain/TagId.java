package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Names a tag inside; outside it is its word. */
public record TagId(UUID value) implements Identifier {
    public TagId {
        Objects.requireNonNull(value, "value");
    }
}
