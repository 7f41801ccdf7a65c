// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of an enrollment. */
public record EnrollmentId(UUID value) implements Identifier {
    public EnrollmentId {
        Objects.requireNonNull(value, "value");
    }
}
