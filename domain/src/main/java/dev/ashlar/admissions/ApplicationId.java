// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an application. */
public record ApplicationId(UUID value) implements Identifier {
    public ApplicationId {
        Objects.requireNonNull(value, "value");
    }
}
