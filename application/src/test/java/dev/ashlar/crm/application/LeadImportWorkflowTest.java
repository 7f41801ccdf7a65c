// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.ImportFormat;
import dev.ashlar.crm.domain.ImportStatus;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.crm.domain.InMemoryCrm;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.crm.domain.SampleImports;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LeadImportWorkflowTest {
    private final InMemoryCrm stores = new InMemoryCrm();
    private final IdSource ids = IdSource.timeOrdered();
    private final Actor sales = Agency.actor(Role.SALES);
    private Instant now = Prospects.NOW;
    private final LeadImportService imports =
            new LeadImportService(stores.imports(), new InMemoryImportViews(stores.imports()), ids, () -> now);
    private final LeadImportStepService steps = new LeadImportStepService(
            stores.imports(),
            stores.importPorts().imported(),
            stores.ports().activities(),
            Prospects.NUMBERS,
            ids,
            () -> now);
    private final LeadImportWorkflow workflow = new LeadImportWorkflow(imports, steps, Prospects.NUMBERS);

    @Test
    void showsTheFirstRowsAndChangesNothing() {
        var preview = workflow.upload(sales, "fair.csv", file(SampleImports.rows(2500)));

        assertThat(preview.rows()).hasSize(LeadImportPreview.MAX_ROWS);
        assertThat(preview.columns()).containsExactly("name", "email");
        assertThat(preview.leadImport().counts().totalRows()).isEqualTo(2500);
        assertThat(preview.leadImport().file())
                .isEqualTo(new ImportFile("fair.csv", ImportFormat.CSV, SampleImports.HASH));
        assertThat(stores.leads()).isEmpty();
        assertThat(workflow.step()).isZero();
    }

    @Test
    void importsAllRowsBatchByBatch() {
        var id = uploaded(SampleImports.rows(501));
        assertThat(imports.run(sales, id).status()).isEqualTo(ImportStatus.RUNNING);

        int batches = 0;
        while (workflow.step() > 0) {
            batches++;
        }

        assertThat(batches).isEqualTo(2);
        assertThat(imports.get(sales, id).counts().createdRows()).isEqualTo(501);
        assertThat(stores.leads())
                .hasSize(501)
                .allMatch(lead -> sales.userId().equals(lead.standing().ownerId()));
        assertThat(stores.activities()).hasSize(501);
        assertThat(imports.rows(sales, id, RowOutcome.CREATED, PageRequest.first())
                        .items())
                .hasSize(20);
        assertThat(imports.list(sales, PageRequest.first()).items()).hasSize(1);
    }

    @Test
    void leavesLeadsOfAnAdministratorWithoutOwner() {
        var admin = Agency.actor(Role.ADMIN);
        var id = workflow.upload(admin, "fair.csv", file(SampleImports.rows(1)))
                .leadImport()
                .id();
        imports.run(admin, id);
        workflow.step();

        assertThat(stores.leads()).extracting(Lead::standing).allMatch(standing -> standing.ownerId() == null);
    }

    @Test
    void refusesFilesWithoutRowsAndWithTooMany() {
        refused(CrmProblem.FILE_UNREADABLE, () -> uploaded(List.of()));
        var many = Collections.nCopies(ImportFile.MAX_ROWS + 1, SampleImports.broken(1));
        refused(CrmProblem.FILE_UNREADABLE, () -> uploaded(many));
        assertThat(stores.imports().all()).isEmpty();
    }

    @Test
    void refusesMoreImportsThanAPersonMayHaveOpen() {
        for (int number = 0; number < 10; number++) {
            uploaded(SampleImports.rows(1));
        }
        refused(CrmProblem.IMPORTS_EXCEEDED, () -> uploaded(SampleImports.rows(1)));
    }

    @Test
    void refusesARunThatIsRunningOrFinished() {
        var id = uploaded(SampleImports.rows(1));
        imports.run(sales, id);
        refused(CrmProblem.ILLEGAL_TRANSITION, () -> imports.run(sales, id));
        workflow.step();
        refused(CrmProblem.ILLEGAL_TRANSITION, () -> imports.run(sales, id));
    }

    @Test
    void hidesImportsFromOthers() {
        var id = uploaded(SampleImports.rows(1));
        var elsewhere = Agency.on("mentor", sales.userId(), Role.SALES);
        for (var stranger : List.of(Agency.actor(Role.SALES), Agency.actor(Role.ADMIN), elsewhere)) {
            refused(CrmProblem.IMPORT_NOT_FOUND, () -> imports.get(stranger, id));
            refused(CrmProblem.IMPORT_NOT_FOUND, () -> imports.run(stranger, id));
            refused(CrmProblem.IMPORT_NOT_FOUND, () -> imports.rows(stranger, id, null, PageRequest.first()));
            assertThat(imports.list(stranger, PageRequest.first()).items()).isEmpty();
        }
        assertThat(imports.get(sales, id).status()).isEqualTo(ImportStatus.PREVIEWED);
    }

    @Test
    void leavesImportsToSalesAndAdministrators() {
        var id = uploaded(SampleImports.rows(1));
        for (var role : List.of(Role.STUDENT, Role.EXPERT)) {
            var actor = Agency.on(Prospects.PLATFORM, sales.userId(), role);
            refused(KernelProblem.FORBIDDEN, () -> workflow.upload(actor, "a.csv", file(SampleImports.rows(1))));
            refused(KernelProblem.FORBIDDEN, () -> imports.list(actor, PageRequest.first()));
            refused(KernelProblem.FORBIDDEN, () -> imports.get(actor, id));
            refused(KernelProblem.FORBIDDEN, () -> imports.run(actor, id));
            refused(KernelProblem.FORBIDDEN, () -> imports.rows(actor, id, null, PageRequest.first()));
        }
    }

    @Test
    void forgetsPreviewsAfterADayAndResultsAfterThirty() {
        uploaded(SampleImports.rows(2));
        var id = uploaded(SampleImports.rows(1));
        imports.run(sales, id);
        workflow.step();

        now = now.plus(Duration.ofDays(2));
        assertThat(List.of(steps.forgetOld(), steps.forgetOld())).containsExactly(1, 0);
        assertThat(imports.get(sales, id).status()).isEqualTo(ImportStatus.FINISHED);
        now = now.plus(Duration.ofDays(30));
        assertThat(List.of(steps.forgetOld(), steps.forgetOld())).containsExactly(1, 0);
        refused(CrmProblem.IMPORT_NOT_FOUND, () -> imports.get(sales, id));
    }

    private LeadImportId uploaded(List<ImportedRow> rows) {
        return workflow.upload(sales, "fair.csv", file(rows)).leadImport().id();
    }

    private static void refused(ProblemType problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    private static ImportedFile file(List<ImportedRow> rows) {
        return new ImportedFile() {
            @Override
            public ImportFormat format() {
                return ImportFormat.CSV;
            }

            @Override
            public List<String> columns() {
                return List.of("name", "email");
            }

            @Override
            public Iterator<ImportedRow> rows() {
                return rows.iterator();
            }

            @Override
            public String sha256() {
                return SampleImports.HASH;
            }
        };
    }
}
