// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ImportCounts;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.ImportStatus;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.kernel.Flat;
import java.time.Instant;

/**
 * Import as its importer sees it.
 *
 * @param updatedAt last batch, or change of the status
 */
public record LeadImportView(
        LeadImportId id,
        @Flat ImportFile file,
        ImportStatus status,
        @Flat ImportCounts counts,
        Instant createdAt,
        Instant updatedAt) {}
