// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import static dev.ashlar.crm.web.SalesPeople.AT;
import static dev.ashlar.crm.web.SalesPeople.SALES;
import static dev.ashlar.crm.web.SalesPeople.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import dev.ashlar.crm.application.ImportedFile;
import dev.ashlar.crm.application.LeadImportPreview;
import dev.ashlar.crm.application.LeadImportRowView;
import dev.ashlar.crm.application.LeadImportService;
import dev.ashlar.crm.application.LeadImportView;
import dev.ashlar.crm.application.LeadImportWorkflow;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.ImportCounts;
import dev.ashlar.crm.domain.ImportFile;
import dev.ashlar.crm.domain.ImportFormat;
import dev.ashlar.crm.domain.ImportStatus;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.ReadRow;
import dev.ashlar.crm.domain.RowFields;
import dev.ashlar.crm.domain.RowOutcome;
import dev.ashlar.crm.domain.RowProblem;
import dev.ashlar.crm.domain.RowProblems;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CrmServer
class LeadImportControllerTest {
    private static final LeadImportId ID = new LeadImportId(UUID.fromString("019a0000-0000-7000-8000-0000000000e0"));
    private static final String IMPORTS = "/api/v1/lead-imports";
    private static final String ONE = IMPORTS + "/" + ID.value();
    private static final String FILE = "name,email\nAda,ada@example.org\n";
    private static final String JSON = """
            {"id": "019a0000-0000-7000-8000-0000000000e0", "fileName": "fair.csv", "format": "csv",
             "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "status": "running", "totalRows": 3,
             "createdRows": 1, "updatedRows": 0, "skippedRows": 0, "refusedRows": 1, "createdAt": "2026-11-20T10:15:30Z",
             "updatedAt": "2026-11-20T10:15:30Z"}""";

    @Autowired
    private SalesPeople people;

    @Autowired
    private JsonMapper json;

    @Autowired
    private LeadImportWorkflow workflow;

    @Autowired
    private LeadImportService imports;

    @Test
    void showsThePreviewOfAFile() {
        var row = new ReadRow(
                1,
                new LeadContact("Ada", null, "+49301", "+49 30 1"),
                null,
                List.of(new RowProblem("source", "is bad")));
        given(workflow.upload(eq(SALES), eq("fair.csv"), any(ImportedFile.class)))
                .willReturn(new LeadImportPreview(running(), List.of("name", "phone"), List.of(row)));
        var answer = upload("?fileName=fair.csv&source=fair", "text/csv;charset=windows-1252");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.json().at("/leadImport")).isEqualTo(json.readTree(JSON));
        assertThat(answer.json().at("/columns/1").asString()).isEqualTo("phone");
        assertThat(answer.json().at("/rows/0/contact/phone").asString()).isEqualTo("+49301");
        assertThat(answer.json().at("/rows/0/problems/0/field").asString()).isEqualTo("source");
    }

    @ParameterizedTest
    @CsvSource({"text/csv, CSV", "application/jsonl, JSON_LINES", "application/x-ndjson, JSON_LINES"})
    void readsTheFormatOfTheHeader(String type, ImportFormat format) {
        given(workflow.upload(any(), any(), any())).willAnswer(call -> {
            assertThat(call.<ImportedFile>getArgument(2).format()).isEqualTo(format);
            return new LeadImportPreview(running(), List.of(), List.of());
        });
        assertThat(upload("", type).status()).isEqualTo(201);
    }

    @Test
    void refusesOtherMediaTypesAndCharsets() {
        assertThat(upload("", "application/json").status()).isEqualTo(415);
        assertThat(upload("", "text/csv;charset=iso-8859-7").code()).isEqualTo("crm.file-unreadable");
        assertThat(upload("", "text/csv;charset=klingon").status()).isEqualTo(415);
        assertThat(upload("?fileName=" + "a".repeat(201), "text/csv").error()).startsWith("fileName: ");
        assertThat(upload("?source=" + "a".repeat(61), "text/csv").error()).startsWith("source: ");
    }

    @ParameterizedTest
    @CsvSource({"FILE_UNREADABLE, 422, crm.file-unreadable", "IMPORTS_EXCEEDED, 409, crm.imports-exceeded"})
    void answersRefusalsOfAnUpload(CrmProblem problem, int status, String code) {
        given(workflow.upload(any(), any(), any())).willThrow(problem.because("No."));
        var answer = upload("", "text/csv");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void showsImportsAndTheirProgress() {
        given(imports.list(SALES, PageRequest.first())).willReturn(new Page<>(List.of(running()), null));
        given(imports.get(SALES, ID)).willReturn(running());
        given(imports.run(SALES, ID)).willReturn(running());
        assertThat(people.get(SALES, IMPORTS).json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(people.get(SALES, ONE).json()).isEqualTo(json.readTree(JSON));
        assertThat(people.post(SALES, ONE + "/run", null).json()).isEqualTo(json.readTree(JSON));
    }

    @Test
    void listsRowsByOutcome() {
        given(imports.rows(SALES, ID, RowOutcome.REFUSED, PageRequest.first()))
                .willReturn(new Page<>(List.of(refused("=1")), null));
        given(imports.rows(SALES, ID, null, PageRequest.first()))
                .willReturn(new Page<>(List.of(new LeadImportRowView(1, RowFields.NONE, null, null)), null));
        assertThat(people.get(SALES, ONE + "/rows?outcome=refused").json().at("/items/0"))
                .isEqualTo(json.readTree("""
                        {"number": 17, "name": "=1", "email": "ada", "phone": "+49 30 1", "source": "fair", "outcome": "refused",
                         "problems": [{"field": "email", "message": "is wrong"}, {"field": "", "message": "is odd"}]}"""));
        assertThat(people.get(SALES, ONE + "/rows")
                        .json()
                        .at("/items/0/problems")
                        .isEmpty())
                .isTrue();
        assertThat(people.get(SALES, ONE + "/rows?outcome=lost").error()).startsWith("outcome: ");
    }

    @Test
    void streamsRowsPageByPage() {
        var next = Cursor.of("crm.import-rows", 17);
        given(imports.rows(SALES, ID, RowOutcome.REFUSED, new PageRequest(PageRequest.MAX_LIMIT, null)))
                .willReturn(new Page<>(List.of(refused("=1")), next));
        given(imports.rows(SALES, ID, RowOutcome.REFUSED, new PageRequest(PageRequest.MAX_LIMIT, next)))
                .willReturn(new Page<>(List.of(new LeadImportRowView(18, RowFields.NONE, null, null)), null));
        assertThat(people.get(SALES, ONE + "/rows.csv?outcome=refused").text()).isEqualTo("""
                name,email,phone,source,row,outcome,problems
                "'=1","ada","'+49 30 1","fair",17,refused,"email is wrong. Row is odd"
                "","","","",18,,""
                """.replace("\n", "\r\n"));
    }

    @Test
    void hidesImportsOfOthers() {
        var no = CrmProblem.IMPORT_NOT_FOUND.because("No.");
        given(imports.get(any(), any())).willThrow(no);
        given(imports.rows(any(), any(), any(), any())).willThrow(no);
        given(imports.run(any(), any())).willThrow(no);
        given(imports.list(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        for (var path : List.of(ONE, ONE + "/rows", ONE + "/rows.csv")) {
            assertThat(people.get(SALES, path).code()).isEqualTo("crm.import-not-found");
        }
        assertThat(people.post(SALES, ONE + "/run", null).status()).isEqualTo(404);
        assertThat(people.get(STUDENT, IMPORTS).status()).isEqualTo(403);
    }

    private Caller.Answer upload(String query, String type) {
        return people.send(SALES, "POST", IMPORTS + query, FILE, "Content-Type", type);
    }

    private static LeadImportView running() {
        return new LeadImportView(
                ID,
                new ImportFile("fair.csv", ImportFormat.CSV, "0123456789abcdef".repeat(4)),
                ImportStatus.RUNNING,
                new ImportCounts(3, 1, 0, 0, 1),
                AT,
                AT);
    }

    private static LeadImportRowView refused(String name) {
        return new LeadImportRowView(
                17,
                new RowFields(name, "ada", "+49 30 1", "fair"),
                RowOutcome.REFUSED,
                new RowProblems(List.of(new RowProblem("email", "is wrong"), new RowProblem("", "is odd"))));
    }
}
