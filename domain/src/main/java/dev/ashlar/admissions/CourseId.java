// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a course. */
public record CourseId(UUID value) implements Identifier {
    public CourseId {
        Objects.requireNonNull(value, "value");
    }
}
