// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Identifier;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** Key of an entry of the audit log: a UUIDv7 of the time of the change, to the microsecond. */
public record AuditEntryId(UUID value) implements Identifier {
    private static final int MICROS = 1000;
    private static final int FRACTIONS = 4096;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public AuditEntryId {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the least id that a change at that time can have. */
    public static AuditEntryId firstAt(Instant time) {
        long micros = Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, time));
        long fraction = micros % MICROS * FRACTIONS / MICROS;
        return new AuditEntryId(new UUID(((micros / MICROS) << 16) | VERSION | fraction, VARIANT));
    }
}
