// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a course or test. The catalogue has another one, see {@link CatalogueItem#externalId()}. */
public record CatalogueItemId(UUID value) implements Identifier {
    public CatalogueItemId {
        Objects.requireNonNull(value, "value");
    }
}
