// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a maker of language models. */
public record LlmFactoryId(UUID value) implements Identifier {
    public LlmFactoryId {
        Objects.requireNonNull(value, "value");
    }
}
