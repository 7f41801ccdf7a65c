// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a language model. */
public record LlmId(UUID value) implements Identifier {
    public LlmId {
        Objects.requireNonNull(value, "value");
    }
}
