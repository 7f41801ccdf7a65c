// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a college. */
public record CollegeId(UUID value) implements Identifier {
    public CollegeId {
        Objects.requireNonNull(value, "value");
    }
}
