// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a request in the log. */
public record ApiRequestId(UUID value) implements Identifier {
    public ApiRequestId {
        Objects.requireNonNull(value, "value");
    }
}
