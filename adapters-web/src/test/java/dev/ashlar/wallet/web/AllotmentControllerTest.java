// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import static dev.ashlar.wallet.web.People.ADMIN;
import static dev.ashlar.wallet.web.People.ME;
import static dev.ashlar.wallet.web.People.OTHER;
import static dev.ashlar.wallet.web.People.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.wallet.application.AllotmentService;
import dev.ashlar.wallet.application.AllotmentView;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@WalletServer
class AllotmentControllerTest {
    private static final AllotmentRequestId ID =
            new AllotmentRequestId(UUID.fromString("019a0000-0000-7000-8000-0000000000a1"));
    private static final String REQUESTS = "/api/v1/wallet/allotment-requests";
    private static final String APPROVE = REQUESTS + "/" + ID.value() + "/approve";
    private static final String REJECT = REQUESTS + "/" + ID.value() + "/reject";

    private static final AllotmentView PENDING = new AllotmentView(
            ID,
            ME,
            ME,
            50,
            "To learn",
            AllotmentStatus.PENDING,
            new AllotmentView.Decision(null, null, null, null),
            Books.AT);
    private static final AllotmentView APPROVED = new AllotmentView(
            ID,
            ME,
            ME,
            50,
            "To learn",
            AllotmentStatus.APPROVED,
            new AllotmentView.Decision(OTHER, Books.AT, "Welcome", Books.ENTRY),
            Books.AT);

    @Autowired
    private People people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private AllotmentService allotments;

    @Test
    void requestsTokensForTheCallerByDefault() {
        given(allotments.request(STUDENT, ME, 50, "To learn")).willReturn(PENDING);
        var answer = people.post(STUDENT, REQUESTS, "{\"tokens\": 50, \"reason\": \"To learn\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000a1", "userId": "019a0000-0000-7000-8000-000000000001",
                 "requestedBy": "019a0000-0000-7000-8000-000000000001", "tokens": 50, "reason": "To learn",
                 "status": "pending", "decidedBy": null, "decidedAt": null, "note": null, "ledgerEntryId": null,
                 "createdAt": "2026-11-20T10:15:30Z"}"""));

        given(allotments.request(STUDENT, OTHER, 1, "For them")).willReturn(PENDING);
        var forAnother = "{\"userId\": \"" + OTHER.value() + "\", \"tokens\": 1, \"reason\": \"For them\"}";
        assertThat(people.post(STUDENT, REQUESTS, forAnother).status()).isEqualTo(201);
    }

    @Test
    void refusesARequestForAnotherUser() {
        given(allotments.request(any(), any(), anyLong(), any()))
                .willThrow(KernelProblem.FORBIDDEN.because("Ask for yourself."));
        var answer = ask();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("auth.forbidden");
    }

    @ParameterizedTest
    @CsvSource({"WALLET_NOT_FOUND, 404, wallet.wallet-not-found", "ALLOTMENT_PENDING, 409, wallet.allotment-pending"})
    void refusesImpossibleRequests(WalletProblem problem, int status, String code) {
        given(allotments.request(any(), any(), anyLong(), any())).willThrow(problem.because("No."));
        var answer = ask();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"tokens": 0, "reason": "x"}                  | /tokens
            {"tokens": 100001, "reason": "x"}             | /tokens
            {"tokens": 1.5, "reason": "x"}                | /tokens
            {"tokens": "1", "reason": "x"}                | /tokens
            {"reason": "x"}                               | /tokens
            {"tokens": 1}                                 | /reason
            {"tokens": 1, "reason": " "}                  | /reason
            {"tokens": 1, "reason": "x", "userId": "me"}  | /userId
            {"tokens": 1, "reason": "x", "status": "approved"} | /status
            """)
    void refusesInvalidFieldsWithTheirPointer(String body, String pointer) {
        var answer = people.post(STUDENT, REQUESTS, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void listsRequestsWithFilterTotalAndNextPage() {
        given(allotments.list(STUDENT, AllotmentStatus.APPROVED, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(APPROVED), Cursor.of("wallet.allotment-requests", ID)));
        given(allotments.countRequests(STUDENT, AllotmentStatus.APPROVED)).willReturn(3L);
        var answer = people.get(STUDENT, REQUESTS + "?status=approved&limit=1&count=true");
        var next = Cursor.of("wallet.allotment-requests", ID).text();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link"))
                .isEqualTo("<" + REQUESTS + "?status=approved&limit=1&count=true&cursor=" + next + ">; rel=\"next\"");
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"items": [{
                  "id": "019a0000-0000-7000-8000-0000000000a1", "userId": "019a0000-0000-7000-8000-000000000001",
                  "requestedBy": "019a0000-0000-7000-8000-000000000001", "tokens": 50, "reason": "To learn",
                  "status": "approved", "decidedBy": "019a0000-0000-7000-8000-0000000000bb",
                  "decidedAt": "2026-11-20T10:15:30Z", "note": "Welcome",
                  "ledgerEntryId": "019a0000-0000-7000-8000-0000000000e1", "createdAt": "2026-11-20T10:15:30Z"}],
                 "nextCursor": "%s", "total": 3}""".formatted(next)));
    }

    @ParameterizedTest
    @CsvSource({
        "status=open, request.invalid",
        "status=PENDING, request.invalid",
        "userId=me, request.invalid",
        "cursor=x, request.invalid-cursor"
    })
    void refusesUndeclaredFiltersAndValues(String query, String code) {
        var answer = people.get(STUDENT, REQUESTS + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void decidesOnceUnderAKey() {
        given(allotments.approve(ADMIN, ID, "Welcome")).willReturn(APPROVED);
        var first = people.post(ADMIN, APPROVE, "{\"note\": \"Welcome\"}", "Idempotency-Key", "approve");
        var retried = people.post(ADMIN, APPROVE, "{\"note\": \"Welcome\"}", "Idempotency-Key", "approve");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().at("/status").asString()).isEqualTo("approved");
        assertThat(first.json().at("/note").asString()).isEqualTo("Welcome");
        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.text()).isEqualTo(first.text());
        then(allotments).should(times(1)).approve(any(), any(), any());

        var reused = people.post(ADMIN, APPROVE, "{}", "Idempotency-Key", "approve");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("request.idempotency-key-reused");
        var elsewhere = people.post(ADMIN, REJECT, "{\"note\": \"Welcome\"}", "Idempotency-Key", "approve");
        assertThat(elsewhere.code()).isEqualTo("request.idempotency-key-reused");
    }

    @Test
    void rejectsWithoutANote() {
        given(allotments.reject(ADMIN, ID, null)).willReturn(PENDING);
        assertThat(people.postOnce(ADMIN, REJECT, "{}").status()).isEqualTo(200);
        assertThat(people.postOnce(ADMIN, REJECT, "{\"note\": null}").status()).isEqualTo(200);
        assertThat(people.postOnce(ADMIN, REJECT, "{\"note\": \"\"}").error()).startsWith("/note: ");
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_ALLOTMENT, 403, wallet.own-allotment",
        "ALLOTMENT_NOT_FOUND, 404, wallet.allotment-not-found",
        "ILLEGAL_TRANSITION, 409, wallet.illegal-transition"
    })
    void refusesImpossibleDecisions(WalletProblem problem, int status, String code) {
        given(allotments.approve(ADMIN, ID, null)).willThrow(problem.because("No."));
        given(allotments.reject(ADMIN, ID, null)).willThrow(problem.because("No."));
        var approval = people.postOnce(ADMIN, APPROVE, "{}");
        assertThat(approval.status()).isEqualTo(status);
        assertThat(approval.code()).isEqualTo(code);
        var rejection = people.postOnce(ADMIN, REJECT, "{}");
        assertThat(rejection.status()).isEqualTo(status);
        assertThat(rejection.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject"})
    void requiresAKeyAndAnAdministratorForDecisions(String decision) {
        var path = REQUESTS + "/" + ID.value() + "/" + decision;
        var keyless = people.post(ADMIN, path, "{}");
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.code()).isEqualTo("request.idempotency-key-required");

        given(allotments.approve(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        given(allotments.reject(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        var forbidden = people.postOnce(STUDENT, path, "{}");
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.code()).isEqualTo("auth.forbidden");
    }

    @ParameterizedTest
    @CsvSource({"GET,", "POST,", "POST, /019a0000-0000-7000-8000-0000000000a1/approve"})
    void refusesCallsWithoutAToken(String method, String path) {
        var answer = client.send(method, REQUESTS + (path == null ? "" : path), method.equals("GET") ? null : "{}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("auth.unauthenticated");
    }

    private Caller.Answer ask() {
        return people.post(STUDENT, REQUESTS, "{\"tokens\": 50, \"reason\": \"To learn\"}");
    }
}
