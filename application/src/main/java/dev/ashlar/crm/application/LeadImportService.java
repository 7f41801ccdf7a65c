// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.ImportRights;
import dev.ashlar.crm.domain.ImportStatus;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.crm.domain.LeadImport;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.LeadImports;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Imports of a person: the storage of their rows, their start and their results. {@link LeadImportWorkflow} carries them out. */
@ApplicationService
public class LeadImportService {
    private static final String LIST = "crm.imports";
    private static final String ROWS = "crm.import-rows";

    private final LeadImports imports;
    private final LeadImportViews views;
    private final IdSource ids;
    private final InstantSource clock;

    LeadImportService(LeadImports imports, LeadImportViews views, IdSource ids, InstantSource clock) {
        this.imports = imports;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins the storage of a file. */
    @Transactional
    public LeadImportId begin(Actor actor, ImportFile file) {
        SalesScopes.requireStaff(actor);
        var next = LeadImport.of(new LeadImportId(ids.next()), file, ImportRights.of(actor), clock.instant());
        if (!imports.insert(next)) {
            throw CrmProblem.IMPORTS_EXCEEDED.because("You have " + LeadImport.MAX_OPEN
                    + " imports that are not finished. Run them, or wait until they are deleted a day later.");
        }
        return next.id();
    }

    /** Stores rows of a file. */
    @Transactional
    public void store(LeadImportId id, List<ImportedRow> rows) {
        imports.insertRows(id, rows, clock.instant());
    }

    /** Ends the storage of a file. */
    @Transactional
    public LeadImportView complete(Actor actor, LeadImportId id, String sha256) {
        imports.complete(id, sha256, clock.instant());
        return find(actor, id);
    }

    /** Deletes what is stored of a file that is refused, so that the import does not count as open. */
    @Transactional
    public void discard(LeadImportId id) {
        imports.discard(id);
    }

    /** Starts an import, whose first rows become leads within seconds, or resumes one that has failed. */
    @Transactional
    public LeadImportView run(Actor actor, LeadImportId id) {
        SalesScopes.requireStaff(actor);
        if (!imports.start(actor.platform(), actor.userId(), id, clock.instant())) {
            var status = find(actor, id).status();
            ImportStatus.LIFECYCLE.require(
                    status, ImportStatus.RUNNING, CrmProblem.ILLEGAL_TRANSITION, "Import " + id.value());
        }
        return find(actor, id);
    }

    /** Lists the imports of the actor, newest first. */
    public Page<LeadImportView> list(Actor actor, PageRequest page) {
        SalesScopes.requireStaff(actor);
        var rows = views.leadImports(actor.platform(), actor.userId(), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    /** Returns an import of the actor with its progress. */
    public LeadImportView get(Actor actor, LeadImportId id) {
        SalesScopes.requireStaff(actor);
        return find(actor, id);
    }

    /** Lists the rows of an import of the actor in the order of the file; null includes all outcomes. */
    public Page<LeadImportRowView> rows(Actor actor, LeadImportId id, @Nullable RowOutcome outcome, PageRequest page) {
        SalesScopes.requireStaff(actor);
        find(actor, id);
        var rows = views.rows(actor.platform(), actor.userId(), id, outcome, page.afterLong(ROWS), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(ROWS, row.number()));
    }

    private LeadImportView find(Actor actor, LeadImportId id) {
        return views.leadImport(actor.platform(), actor.userId(), id).orElseThrow(() -> notFound(id));
    }

    private static DomainException notFound(LeadImportId id) {
        return CrmProblem.IMPORT_NOT_FOUND.because(
                "Import " + id.value() + " does not exist, belongs to another person, or was deleted.");
    }
}
