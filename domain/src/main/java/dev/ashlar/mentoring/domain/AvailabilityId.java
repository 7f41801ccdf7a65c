package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** One line of a mentor's availability: a rule or an override. */
public record AvailabilityId(UUID value) implements Identifier {
    public AvailabilityId {
        Objects.requireNonNull(value, "value");
    }
}
