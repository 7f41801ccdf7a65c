// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.PhoneNumbers;
import dev.ashlar.crm.domain.ReadRow;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Storage and run of imports, batch by batch, so that memory does not grow with the file. */
@Workflow
public class LeadImportWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(LeadImportWorkflow.class);
    private static final int STORED_AT_ONCE = 1000;
    private static final int ATTEMPTS = 3;

    private final LeadImportService imports;
    private final LeadImportStepService steps;
    private final PhoneNumbers numbers;

    LeadImportWorkflow(LeadImportService imports, LeadImportStepService steps, PhoneNumbers numbers) {
        this.imports = imports;
        this.steps = steps;
        this.numbers = numbers;
    }

    /** Stores a file, whose rows wait for the run, and shows how the first of them would be read. */
    public LeadImportPreview upload(Actor actor, String fileName, ImportedFile file) {
        SalesScopes.requireStaff(actor);
        var described = ImportFile.of(fileName, file.format());
        var columns = file.columns();
        var rows = file.rows();
        var batch = next(rows);
        if (batch.isEmpty()) {
            throw unreadable("The file has no rows. Send one with the names of the columns and at least one row.");
        }
        var id = imports.begin(actor, described);
        var first = batch.stream()
                .limit(LeadImportPreview.MAX_ROWS)
                .map(row -> ReadRow.of(row, numbers))
                .toList();
        try {
            store(id, batch, rows);
            return new LeadImportPreview(imports.complete(actor, id, file.sha256()), columns, first);
        } catch (RuntimeException failure) {
            imports.discard(id);
            throw failure;
        }
    }

    private void store(LeadImportId id, List<ImportedRow> first, Iterator<ImportedRow> rows) {
        var batch = first;
        for (int stored = batch.size(); !batch.isEmpty(); stored += batch.size()) {
            if (stored > ImportFile.MAX_ROWS) {
                throw unreadable("The file has more than " + ImportFile.MAX_ROWS + " rows. Send it in parts.");
            }
            imports.store(id, batch);
            batch = next(rows);
        }
    }

    /** Imports a batch of the import that has waited for longest; returns 1, or 0 if none is running. */
    @Job(name = "crm.import-leads", every = "5s")
    public int step() {
        var running = steps.next();
        running.ifPresent(this::advance);
        return running.isPresent() ? 1 : 0;
    }

    /** Repeats a batch that fails, for example because another request has created one of its leads. */
    private void advance(LeadImportId id) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                steps.advance(id);
                return;
            } catch (RuntimeException failure) {
                LOG.debug("Batch failed import={} attempt={}", id.value(), attempt, failure);
            }
        }
        try {
            steps.advance(id);
        } catch (RuntimeException failure) {
            LOG.warn("Import failed import={}", id.value(), failure);
            steps.fail(id);
        }
    }

    private static List<ImportedRow> next(Iterator<ImportedRow> rows) {
        var batch = new ArrayList<ImportedRow>(STORED_AT_ONCE);
        while (batch.size() < STORED_AT_ONCE && rows.hasNext()) {
            batch.add(rows.next());
        }
        return batch;
    }

    private static DomainException unreadable(String detail) {
        return CrmProblem.FILE_UNREADABLE.because(detail);
    }
}
