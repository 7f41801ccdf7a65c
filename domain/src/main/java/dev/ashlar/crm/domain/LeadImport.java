// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import java.time.Instant;
import java.util.List;

/** Import of a file of leads. */
public record LeadImport(
        LeadImportId id,
        ImportFile file,
        ImportRights rights,
        ImportStatus status,
        ImportCounts counts,
        Instant createdAt) {
    /** Maximum number of imports of a person on a platform that are not finished. */
    public static final int MAX_OPEN = 10;

    /** Creates an import whose rows are to be stored. */
    public static LeadImport of(LeadImportId id, ImportFile file, ImportRights rights, Instant at) {
        return new LeadImport(id, file, rights, ImportStatus.LIFECYCLE.start(), ImportCounts.NONE, at);
    }

    /** Returns this running import with the results of more rows; finished if they are the last ones. */
    public LeadImport advanced(List<RowResult> results, boolean isLast) {
        return new LeadImport(
                id, file, rights, isLast ? ImportStatus.FINISHED : status, counts.with(results), createdAt);
    }
}
