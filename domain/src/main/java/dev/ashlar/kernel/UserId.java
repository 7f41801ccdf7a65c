// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.Objects;
import java.util.UUID;

/** Key of a person. It is in the kernel, because every context refers to people and needs nothing else of them. */
public record UserId(UUID value) implements Identifier {
    public UserId {
        Objects.requireNonNull(value, "value");
    }
}
