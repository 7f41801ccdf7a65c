// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import static dev.ashlar.admissions.web.Visitors.ADMIN;
import static dev.ashlar.admissions.web.Visitors.BATCH;
import static dev.ashlar.admissions.web.Visitors.SALES;
import static dev.ashlar.admissions.web.Visitors.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import dev.ashlar.admissions.application.BatchService;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.BatchEdit;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdmissionsServer
class BatchControllerTest {
    private static final String ONE = "/api/v1/batches/" + BATCH.value();

    @Autowired
    private Visitors people;

    @Autowired
    private BatchService batches;

    @Test
    void returnsABatchWithItsVersion() {
        given(batches.get(BATCH)).willReturn(Visitors.batch());
        var answer = people.get(STUDENT, ONE);
        assertThat(answer.header("ETag")).startsWith("\"3-");
        assertThat(answer.json().at("/free").asInt()).isEqualTo(1);
    }

    @Test
    void editsTheVersionOfIfMatch() {
        var edit = new BatchEdit(
                Change.keep(), Change.to(LocalDate.of(2027, 9, 1)), Change.to(42), Change.to(BatchStatus.OPEN));
        given(batches.edit(ADMIN, BATCH, 2, edit)).willReturn(Visitors.batch());
        var body = "{\"endsOn\": \"2027-09-01\", \"capacity\": 42, \"status\": \"open\"}";
        assertThat(people.send(ADMIN, "PATCH", ONE, body, "If-Match", "\"2\"").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "BATCH_NOT_FOUND, 404, admissions.batch-not-found",
        "CAPACITY_TAKEN, 409, admissions.capacity-taken",
        "BATCH_OCCUPIED, 409, admissions.batch-occupied",
        "ILLEGAL_TRANSITION, 409, admissions.illegal-transition"
    })
    void answersRefusalsOfAnEdit(AdmissionsProblem problem, int status, String code) {
        given(batches.edit(any(), any(), anyInt(), any())).willThrow(problem.because("No."));
        var answer = people.send(ADMIN, "PATCH", ONE, "{}", "If-Match", "\"0\"");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void refusesACapacityOutOfBounds() {
        for (var capacity : List.of("0", "10001", "\"1\"", "1.5")) {
            assertThat(people.send(ADMIN, "PATCH", ONE, "{\"capacity\": " + capacity + "}", "If-Match", "\"0\"")
                            .error())
                    .startsWith("/capacity: ");
        }
    }

    @Test
    void listsTheRoster() {
        given(batches.roster(SALES, BATCH, PageRequest.first()))
                .willReturn(new Page<>(List.of(Visitors.rosterRow("Ada")), null));
        var row = people.get(SALES, ONE + "/roster").json().at("/items/0");
        assertThat(row.at("/displayName").asString()).isEqualTo("Ada");
        assertThat(row.at("/applicationNo").asString()).isEqualTo("7Q2M-9XD4-T1BK");
    }

    @Test
    void streamsTheRosterPageByPageAndDefusesFormulas() {
        var next = Cursor.of("admissions.roster", Visitors.ENROLLMENT);
        given(batches.roster(SALES, BATCH, new PageRequest(PageRequest.MAX_LIMIT, null)))
                .willReturn(new Page<>(List.of(Visitors.rosterRow("=1+1")), next));
        given(batches.roster(SALES, BATCH, new PageRequest(PageRequest.MAX_LIMIT, next)))
                .willReturn(new Page<>(List.of(Visitors.rosterRow(null)), null));
        var answer = people.get(SALES, ONE + "/roster.csv");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.text()).isEqualTo("""
                applicationNo,userId,name,status,finalAmount,currency,enrolledAt
                7Q2M-9XD4-T1BK,%1$s,"'=1+1",active,900.00,EUR,2026-11-20T10:15:30Z
                7Q2M-9XD4-T1BK,%1$s,"",active,900.00,EUR,2026-11-20T10:15:30Z
                """.formatted(Caller.USER).replace("\n", "\r\n"));
        assertThat(RosterCsv.EXAMPLE.lines()).allMatch(line -> line.split(",", -1).length == 7);
    }

    @Test
    void hidesTheRosterFromOthers() {
        given(batches.roster(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        assertThat(people.get(STUDENT, ONE + "/roster").status()).isEqualTo(403);
        assertThat(people.get(STUDENT, ONE + "/roster.csv").code()).isEqualTo("auth.forbidden");
    }
}
