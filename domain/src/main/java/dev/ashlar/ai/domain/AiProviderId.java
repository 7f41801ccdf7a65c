// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a provider of language models. */
public record AiProviderId(UUID value) implements Identifier {
    public AiProviderId {
        Objects.requireNonNull(value, "value");
    }
}
