// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All imports and their rows. */
public interface LeadImports {
    /** Stores a new import; returns false if the importer has {@link LeadImport#MAX_OPEN} that are not finished. */
    boolean insert(LeadImport next);

    /** Stores rows of an import. */
    void insertRows(LeadImportId id, List<ImportedRow> rows, Instant at);

    /** Notes that all rows are stored; returns false if there are none, or this has been noted before. */
    boolean complete(LeadImportId id, String sha256, Instant at);

    /** Starts or resumes an import of the owner whose file is stored; returns false if there is none, or it is running or finished. */
    boolean start(String platform, UserId owner, LeadImportId id, Instant at);

    /** Finds the running import that has waited for longest. */
    Optional<LeadImportId> next();

    /** Locks a running import until the end of the transaction and returns it; none if another transaction has the lock. */
    Optional<LeadImport> lock(LeadImportId id);

    /** Locks at most {@code limit} rows without an outcome until the end of the transaction; returns them in the order of the file. */
    List<ImportedRow> waiting(LeadImportId id, int limit);

    /** Stores the results of rows. */
    void settleRows(LeadImportId id, List<RowResult> results, Instant at);

    /** Stores status and counts of a locked import. */
    void settle(LeadImport next, Instant at);

    /** Marks a running import as failed; returns false if it is not running. */
    boolean fail(LeadImportId id, Instant at);

    /** Deletes an import whose file is not stored whole, with its rows; returns false if it is, or there is none. */
    boolean discard(LeadImportId id);

    /** Deletes the import that has been in a status for longest without a change, if since before a time, with its rows; returns 1 or 0. */
    int deleteOldest(ImportStatus status, Instant changedBefore);
}
