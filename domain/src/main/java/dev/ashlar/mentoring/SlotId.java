package dev.ashlar.mentoring;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** A span of a mentor's time that is offered, booked, held or gone. */
public record SlotId(UUID value) implements Identifier {
    public SlotId {
        Objects.requireNonNull(value, "value");
    }
}
