// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import static dev.ashlar.wallet.web.People.ADMIN;
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
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.application.DriftView;
import dev.ashlar.wallet.application.WalletService;
import dev.ashlar.wallet.application.WalletView;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@WalletServer
class CorrectionControllerTest {
    private static final String WALLET = "/api/v1/wallets/" + OTHER.value();
    private static final String ADJUST = WALLET + "/adjustments";
    private static final String REVERSE = "/api/v1/wallet-usages/" + Books.ENTRY.value() + "/reverse";
    private static final String ADJUSTMENT = "{\"tokens\": -5, \"reason\": \"Taken back\"}";
    private static final String REVERSAL = "{\"reason\": \"Mistake\"}";
    private static final LedgerEntryId POSTED =
            new LedgerEntryId(UUID.fromString("019a0000-0000-7000-8000-0000000000e2"));

    @Autowired
    private People people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private WalletService wallets;

    @Autowired
    private CorrectionService corrections;

    @Test
    void showsTheWalletOfAnyUser() {
        given(wallets.get(ADMIN, OTHER)).willReturn(new WalletView(OTHER, 9, 4, 5));
        var answer = people.get(ADMIN, WALLET);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"userId": "019a0000-0000-7000-8000-0000000000bb", "balance": 9, "held": 4, "available": 5}"""));

        given(wallets.get(ADMIN, OTHER)).willThrow(WalletProblem.WALLET_NOT_FOUND.because("None."));
        var missing = people.get(ADMIN, WALLET);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.code()).isEqualTo("wallet.wallet-not-found");
    }

    @Test
    void listsWalletsThatDisagree() {
        given(corrections.drifts(ADMIN, new PageRequest(1, null)))
                .willReturn(new Page<>(
                        List.of(new DriftView(OTHER, 1, 2, 3, 4, 5, 6, 7)), Cursor.of("wallet.drifts", OTHER)));
        var answer = people.get(ADMIN, "/api/v1/wallets/reconciliation?limit=1");
        var next = Cursor.of("wallet.drifts", OTHER).text();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link"))
                .isEqualTo("</api/v1/wallets/reconciliation?limit=1&cursor=" + next + ">; rel=\"next\"");
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"items": [{
                  "userId": "019a0000-0000-7000-8000-0000000000bb", "balance": 1, "ledgerTotal": 2, "held": 3,
                  "holdsTotal": 4, "entries": 5, "lastSeq": 6, "brokenEntries": 7}],
                 "nextCursor": "%s"}""".formatted(next)));
        assertThat(people.get(ADMIN, "/api/v1/wallets/reconciliation?cursor=x").code())
                .isEqualTo("request.invalid-cursor");
    }

    @Test
    void adjustsOnceUnderAKeyThatTheLedgerKeeps() {
        given(corrections.adjust(ADMIN, OTHER, -5, "Taken back", "adjust"))
                .willReturn(entry(UsageType.ADJUSTMENT, "Taken back", null));
        var first = people.post(ADMIN, ADJUST, ADJUSTMENT, "Idempotency-Key", "adjust");
        var retried = people.post(ADMIN, ADJUST, ADJUSTMENT, "Idempotency-Key", "adjust");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json()).isEqualTo(json.readTree("""
                {"id": "019a0000-0000-7000-8000-0000000000e2", "userId": "019a0000-0000-7000-8000-0000000000bb",
                 "seq": 3, "usageType": "adjustment", "delta": -5, "balanceBefore": 20, "balanceAfter": 15,
                 "reason": "Taken back", "reversesId": null, "createdAt": "2026-11-20T10:15:30Z"}"""));
        assertThat(retried.status()).isEqualTo(201);
        assertThat(retried.text()).isEqualTo(first.text());
        then(corrections).should(times(1)).adjust(any(), any(), anyLong(), any(), any());

        var reused = people.post(ADMIN, ADJUST, ADJUSTMENT.replace("-5", "5"), "Idempotency-Key", "adjust");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("request.idempotency-key-reused");
        assertThat(reused.error()).startsWith("Idempotency-Key: ");
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_WALLET, 403, wallet.own-wallet",
        "WALLET_NOT_FOUND, 404, wallet.wallet-not-found",
        "TOKENS_INSUFFICIENT, 422, wallet.tokens-insufficient",
        "AMOUNT_INVALID, 422, wallet.amount-invalid",
        "IDEMPOTENCY_KEY_REUSED, 409, wallet.idempotency-key-reused"
    })
    void refusesImpossibleAdjustments(WalletProblem problem, int status, String code) {
        given(corrections.adjust(any(), any(), anyLong(), any(), any()))
                .willThrow(problem.because("No.").at("/tokens", "must be right"));
        var answer = people.postOnce(ADMIN, ADJUST, ADJUSTMENT);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.error()).isEqualTo("/tokens: must be right");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"tokens": 1000000001, "reason": "x"}      | /tokens
            {"tokens": -1000000001, "reason": "x"}     | /tokens
            {"tokens": null, "reason": "x"}            | /tokens
            {"tokens": 1, "reason": ""}                | /reason
            {"tokens": 1, "reason": "x", "delta": 1}   | /delta
            """)
    void refusesInvalidFieldsWithTheirPointer(String body, String pointer) {
        var answer = people.postOnce(ADMIN, ADJUST, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void reversesOnceUnderAKey() {
        given(corrections.reverse(ADMIN, Books.ENTRY, "Mistake"))
                .willReturn(entry(UsageType.REVERSAL, "Mistake", Books.ENTRY));
        var first = people.post(ADMIN, REVERSE, REVERSAL, "Idempotency-Key", "reverse");
        var retried = people.post(ADMIN, REVERSE, REVERSAL, "Idempotency-Key", "reverse");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().at("/usageType").asString()).isEqualTo("reversal");
        assertThat(first.json().at("/reversesId").asString())
                .isEqualTo(Books.ENTRY.value().toString());
        assertThat(retried.text()).isEqualTo(first.text());
        then(corrections).should(times(1)).reverse(any(), any(), any());

        var reused = people.post(ADMIN, REVERSE, "{\"reason\": \"Another\"}", "Idempotency-Key", "reverse");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("request.idempotency-key-reused");
        assertThat(people.postOnce(ADMIN, REVERSE, "{\"reason\": \" \"}").error())
                .startsWith("/reason: ");
    }

    @ParameterizedTest
    @CsvSource({
        "OWN_WALLET, 403, wallet.own-wallet",
        "ENTRY_NOT_FOUND, 404, wallet.entry-not-found",
        "ENTRY_REVERSED, 409, wallet.entry-reversed",
        "ENTRY_NOT_REVERSIBLE, 422, wallet.entry-not-reversible",
        "TOKENS_INSUFFICIENT, 422, wallet.tokens-insufficient"
    })
    void refusesImpossibleReversals(WalletProblem problem, int status, String code) {
        given(corrections.reverse(any(), any(), any())).willThrow(problem.because("No."));
        var answer = people.postOnce(ADMIN, REVERSE, REVERSAL);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/v1/wallets/019a0000-0000-7000-8000-0000000000bb/adjustments         | {"tokens": 1, "reason": "x"}
            /api/v1/wallet-usages/019a0000-0000-7000-8000-0000000000e1/reverse       | {"reason": "x"}
            """)
    void requiresAKeyAndAnAdministratorForCorrections(String path, String body) {
        var keyless = people.post(ADMIN, path, body);
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(keyless.code()).isEqualTo("request.idempotency-key-required");

        var refusal = KernelProblem.FORBIDDEN.because("Administrators only.");
        given(corrections.adjust(any(), any(), anyLong(), any(), any())).willThrow(refusal);
        given(corrections.reverse(any(), any(), any())).willThrow(refusal);
        var forbidden = people.postOnce(STUDENT, path, body);
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.code()).isEqualTo("auth.forbidden");

        assertThat(client.send("POST", path, body).code()).isEqualTo("auth.unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"/019a0000-0000-7000-8000-0000000000bb", "/reconciliation"})
    void refusesOtherWalletsToAllButAdministrators(String path) {
        var refusal = KernelProblem.FORBIDDEN.because("Administrators only.");
        given(wallets.get(any(), any())).willThrow(refusal);
        given(corrections.drifts(any(), any())).willThrow(refusal);
        var forbidden = people.get(STUDENT, "/api/v1/wallets" + path);
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.code()).isEqualTo("auth.forbidden");

        var closed = client.get("/api/v1/wallets" + path);
        assertThat(closed.status()).isEqualTo(401);
        assertThat(closed.code()).isEqualTo("auth.unauthenticated");
    }

    private static LedgerEntry entry(UsageType type, String reason, @Nullable LedgerEntryId reverses) {
        return new LedgerEntry(POSTED, OTHER, 3, Movement.of(type, -5, reason, "key"), 20, 15, reverses, Books.AT);
    }
}
