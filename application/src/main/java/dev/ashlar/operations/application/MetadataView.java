// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.operations.domain.MetadataEntryId;
import java.time.Instant;

/**
 * Entry of the system's metadata.
 *
 * @param value JSON
 * @param version version for {@code If-Match}
 */
public record MetadataView(
        MetadataEntryId id,
        String key,
        String value,
        String description,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
