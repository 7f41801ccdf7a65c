// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.ashlar.operations.application.MetadataView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Entry of the system's metadata.
 *
 * @param key unique name
 * @param value any JSON
 * @param description meaning of the value
 * @param version version for {@code If-Match}
 */
record SystemMetadata(
        String key,

        @JsonRawValue @Schema(implementation = Object.class, example = "{\"email\": \"help@ashlar.example\"}")
        String value,

        String description,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    static SystemMetadata of(MetadataView entry) {
        return new SystemMetadata(
                entry.key(), entry.value(), entry.description(), entry.createdAt(), entry.updatedAt(), entry.version());
    }
}
