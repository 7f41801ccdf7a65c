// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.ImportBatch;
import dev.ashlar.crm.domain.ImportKey;
import dev.ashlar.crm.domain.ImportRights;
import dev.ashlar.crm.domain.ImportStatus;
import dev.ashlar.crm.domain.ImportedLeads;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadActivities;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadImport;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.LeadImports;
import dev.ashlar.crm.domain.PhoneNumbers;
import dev.ashlar.crm.domain.ReadRow;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps of imports, each a transaction. Leads and results of a batch commit together, so that a process that is killed has imported a batch
 * whole or not at all, and the next one begins with the first row without a result.
 */
@ApplicationService
public class LeadImportStepService {
    /** Number of rows of one batch. */
    static final int BATCH = 500;

    private static final Duration PREVIEWS = Duration.ofDays(1);
    private static final Duration RESULTS = Duration.ofDays(30);

    private final LeadImports imports;
    private final ImportedLeads leads;
    private final LeadActivities activities;
    private final PhoneNumbers numbers;
    private final IdSource ids;
    private final InstantSource clock;

    LeadImportStepService(
            LeadImports imports,
            ImportedLeads leads,
            LeadActivities activities,
            PhoneNumbers numbers,
            IdSource ids,
            InstantSource clock) {
        this.imports = imports;
        this.leads = leads;
        this.activities = activities;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Finds the running import that has waited for longest. */
    public Optional<LeadImportId> next() {
        return imports.next();
    }

    /** Imports the next rows; does nothing if the import is not running, or another instance has it. */
    @Transactional
    public void advance(LeadImportId id) {
        imports.lock(id).ifPresent(this::advance);
    }

    private void advance(LeadImport running) {
        var now = clock.instant();
        var rows = imports.waiting(running.id(), BATCH).stream()
                .map(row -> ReadRow.of(row, numbers))
                .toList();
        var batch = batch(running.rights(), rows, now);
        if (!rows.isEmpty()) {
            imports.settleRows(running.id(), batch.results(), now);
        }
        imports.settle(running.advanced(batch.results(), rows.size() < BATCH), now);
    }

    private ImportBatch batch(ImportRights rights, List<ReadRow> rows, Instant now) {
        var keys = rows.stream().flatMap(ImportKey::of).toList();
        var found = keys.isEmpty() ? List.<Lead>of() : leads.matches(rights.scope(), keys);
        var batch = new ImportBatch(rights, found, () -> new LeadId(ids.next()), now);
        rows.forEach(batch::add);
        var created = batch.created();
        if (!created.isEmpty()) {
            requireAll(leads.insertMissing(created), created.size());
            activities.insert(
                    created.stream().map(lead -> note(lead, rights, now)).toList());
        }
        var updated = batch.updated();
        if (!updated.isEmpty()) {
            requireAll(leads.complete(rights.scope(), updated, now), updated.size());
        }
        return batch;
    }

    private LeadActivity note(Lead lead, ImportRights rights, Instant now) {
        return LeadActivity.of(
                new LeadActivityId(ids.next()), lead.id(), ActivityType.CREATED, null, rights.ownerId(), now);
    }

    private static void requireAll(int stored, int wanted) {
        if (stored < wanted) {
            throw KernelProblem.BUSY.because(
                    "A lead of this batch was stored at the same moment. Run the batch again.");
        }
    }

    /** Stops an import after an error. */
    @Transactional
    public void fail(LeadImportId id) {
        imports.fail(id, clock.instant());
    }

    /** Deletes the oldest import of each status that is kept no longer; returns their number. */
    @Job(name = "crm.forget-imports", every = "1h")
    @Transactional
    public int forgetOld() {
        var now = clock.instant();
        return imports.deleteOldest(ImportStatus.PREVIEWED, now.minus(PREVIEWS))
                + imports.deleteOldest(ImportStatus.FAILED, now.minus(RESULTS))
                + imports.deleteOldest(ImportStatus.FINISHED, now.minus(RESULTS));
    }
}
