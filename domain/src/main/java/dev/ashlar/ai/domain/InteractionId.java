package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Identifier;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifier of an interaction: a UUIDv7, which carries the time of the call. A retry has the same identifier and therefore the same
 * time, so that it meets the row of the first attempt in the same partition.
 */
public record InteractionId(UUID value) implements Identifier {
    private static final int TIME_ORDERED = 7;
    private static final int RFC_9562 = 2;
    private static final int BITS_BELOW_TIME = 16;

    public InteractionId {
        Fields.require(value.version() == TIME_ORDERED && value.variant() == RFC_9562, "/id", "must be a UUIDv7");
    }

    /** Returns the time of the call, to the millisecond. */
    public Instant createdAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> BITS_BELOW_TIME);
    }
}
