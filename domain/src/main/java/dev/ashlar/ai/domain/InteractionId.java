// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Identifier;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifier of an interaction: a UUIDv7, which carries the time of the call. A retry has the same identifier and therefore the same
 * time, so that it meets the row of the first attempt in the same partition. That of a call through Ashlar has a mark, because its client
 * learns it before the call is stored and could otherwise report another call in its place.
 */
public record InteractionId(UUID value) implements Identifier {
    private static final int TIME_ORDERED = 7;
    private static final int RFC_9562 = 2;
    private static final int BITS_BELOW_TIME = 16;
    private static final long MARK = 0x61736C72L; // "aslr" at the end
    private static final long MARK_BITS = 0xFFFF_FFFFL;
    private static final long RANDOM_BITS = 0x3FFF_FFFFL;

    public InteractionId {
        Fields.require(value.version() == TIME_ORDERED && value.variant() == RFC_9562, "/id", "must be a UUIDv7");
    }

    /** Returns the identifier of a call through Ashlar, made of a new UUIDv7. Those of one source differ, because all its bits count. */
    public static InteractionId ofCallThroughAshlar(UUID source) {
        long low = source.getLeastSignificantBits();
        long random = (low ^ low >>> Integer.SIZE) & RANDOM_BITS;
        return new InteractionId(
                new UUID(source.getMostSignificantBits(), Long.MIN_VALUE | random << Integer.SIZE | MARK));
    }

    /** True if only Ashlar may store an interaction under this identifier. */
    public boolean isOfCallThroughAshlar() {
        return (value.getLeastSignificantBits() & MARK_BITS) == MARK;
    }

    /** Returns the time of the call, to the millisecond. */
    public Instant createdAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> BITS_BELOW_TIME);
    }
}
