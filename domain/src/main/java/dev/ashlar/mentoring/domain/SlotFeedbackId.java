// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a feedback. */
public record SlotFeedbackId(UUID value) implements Identifier {
    public SlotFeedbackId {
        Objects.requireNonNull(value, "value");
    }
}
