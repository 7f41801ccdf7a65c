// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Key of a discount request. */
public record DiscountRequestId(UUID value) implements Identifier {
    public DiscountRequestId {
        Objects.requireNonNull(value, "value");
    }
}
