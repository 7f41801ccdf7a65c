package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** What one of the two has to say about a meeting. */
public record SlotFeedbackId(UUID value) implements Identifier {
    public SlotFeedbackId {
        Objects.requireNonNull(value, "value");
    }
}
