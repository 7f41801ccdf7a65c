// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.sync.domain.CatalogueItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Course or test of an external catalogue.
 *
 * @param externalId key in the catalogue
 * @param sourceVersion version in the catalogue
 * @param summary null if the catalogue has none
 * @param url web address; null if the catalogue has none
 * @param updatedAt last change of the version, or reappearance in the catalogue
 */
public record CatalogueItemView(
        CatalogueItemId id,
        String externalId,
        long sourceVersion,
        String title,
        @Nullable String summary,
        @Nullable String url,
        Instant createdAt,
        Instant updatedAt) {}
