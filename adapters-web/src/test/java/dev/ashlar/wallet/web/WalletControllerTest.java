// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import static dev.ashlar.wallet.web.People.STUDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.WalletService;
import dev.ashlar.wallet.application.WalletView;
import dev.ashlar.wallet.application.WalletViews.UsageFilter;
import dev.ashlar.wallet.domain.WalletProblem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.json.JsonMapper;

@WalletServer
@ExtendWith(OutputCaptureExtension.class)
class WalletControllerTest {
    private static final String STATEMENT = "/api/v1/wallet/statement.csv";

    @Autowired
    private People people;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private WalletService wallets;

    @Test
    void showsTheWallet() {
        given(wallets.get(STUDENT)).willReturn(new WalletView(People.ME, 120, 20, 100));
        var answer = people.get(STUDENT, "/api/v1/wallet");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"userId": "019a0000-0000-7000-8000-000000000001", "balance": 120, "held": 20, "available": 100}"""));
    }

    @Test
    void refusesAUserWithoutAWallet() {
        given(wallets.get(STUDENT)).willThrow(WalletProblem.WALLET_NOT_FOUND.because("None."));
        var answer = people.get(STUDENT, "/api/v1/wallet");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("wallet.wallet-not-found");
    }

    @Test
    void listsUsagesWithFilterTotalAndNextPage() {
        var filter = new UsageFilter(
                UsageType.EARNING, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
        given(wallets.usages(STUDENT, filter, new PageRequest(1, Cursor.of("wallet.usages", 8))))
                .willReturn(new Page<>(List.of(Books.usage(7)), Cursor.of("wallet.usages", 7)));
        given(wallets.countUsages(STUDENT, filter)).willReturn(9L);
        var query = "/api/v1/wallet/usages?type=earning&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&count=true";

        var answer = people.get(
                STUDENT,
                query + "&limit=1&cursor=" + Cursor.of("wallet.usages", 8).text());

        var next = Cursor.of("wallet.usages", 7).text();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link")).isEqualTo("<" + query + "&limit=1&cursor=" + next + ">; rel=\"next\"");
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"items": [{
                  "id": "019a0000-0000-7000-8000-0000000000e1", "seq": 7, "usageType": "earning", "delta": 10,
                  "tokensUsed": 10, "balanceBefore": 60, "balanceAfter": 70, "slotId": null, "reason": "A session",
                  "reversesId": null, "createdAt": "2026-11-20T10:15:30Z"}],
                 "nextCursor": "%s", "total": 9}""".formatted(next)));
    }

    @Test
    void endsTheListWithItsLastPage() {
        given(wallets.usages(STUDENT, new UsageFilter(null, null, null), PageRequest.first()))
                .willReturn(new Page<>(List.of(), null));
        var answer = people.get(STUDENT, "/api/v1/wallet/usages");
        assertThat(answer.json()).isEqualTo(json.readTree("{\"items\": [], \"nextCursor\": null}"));
        assertThat(answer.header("Link")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usages?type=theft",
                "usages?type=EARNING",
                "usages?from=yesterday",
                "usages?to=2026-01-01",
                "usages?count=maybe",
                "usages?limit=0",
                "usages?user=ada",
                "balance",
                "balance?at=now",
                "balance?at=2026-01-01T00:00:00Z&limit=1",
                "statement.csv?limit=1"
            })
    void refusesUndeclaredParametersAndValues(String query) {
        var answer = people.get(STUDENT, "/api/v1/wallet/" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
    }

    @Test
    void refusesAnInvalidCursor() {
        var answer = people.get(STUDENT, "/api/v1/wallet/usages?cursor=tomorrow");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid-cursor");
        assertThat(answer.error()).startsWith("cursor: ");
    }

    @Test
    void returnsTheBalanceAtATime() {
        given(wallets.balanceAt(STUDENT, Instant.parse("2026-01-31T09:30:00Z"))).willReturn(42L);
        var answer = people.get(STUDENT, "/api/v1/wallet/balance?at=2026-01-31T10:30:00%2B01:00");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(json.readTree("{\"at\": \"2026-01-31T09:30:00Z\", \"balance\": 42}"));
    }

    @Test
    void readsAStatementInPartsUpToItsFirstEnd() {
        given(wallets.statementEnd(STUDENT)).willReturn(3L);
        given(wallets.statement(STUDENT, 0, 3)).willReturn(List.of(Books.usage(1), Books.usage(2, "Zażółć \"=1\"")));
        given(wallets.statement(STUDENT, 2, 3)).willReturn(List.of(Books.usage(3)));

        var answer = people.get(STUDENT, STATEMENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"statement.csv\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.text()).isEqualTo("""
                seq,time,type,tokens,balance,reason
                1,2026-11-20T10:15:30Z,earning,10,10,"A session"
                2,2026-11-20T10:15:30Z,earning,10,20,"Zażółć ""=1\"""
                3,2026-11-20T10:15:30Z,earning,10,30,"A session"
                """.replace("\n", "\r\n"));
    }

    @Test
    void writesTheHeaderOfAnEmptyStatement() {
        var answer = people.get(STUDENT, STATEMENT);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("seq,time,type,tokens,balance,reason\r\n");
    }

    @Test
    void answersProblemsToClientsThatAcceptCsv() {
        var unknown = people.get(STUDENT, STATEMENT, "Accept", "text/csv", "X-Platform", "nowhere");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("request.unknown-platform");
        var unwanted = people.get(STUDENT, STATEMENT, "Accept", "application/json");
        assertThat(unwanted.status()).isEqualTo(406);
        assertThat(unwanted.code()).isEqualTo("request.not-acceptable");
    }

    @Test
    void answersAProblemIfAStatementCannotBegin() {
        given(wallets.statementEnd(STUDENT)).willReturn(1L);
        given(wallets.statement(STUDENT, 0, 1)).willThrow(new DataAccessResourceFailureException("down"));
        var answer = people.get(STUDENT, STATEMENT);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isNull();
        assertThat(answer.code()).isEqualTo("request.unavailable");
    }

    @Test
    void breaksTheConnectionOfAnIncompleteStatement() {
        given(wallets.statementEnd(STUDENT)).willReturn(2L);
        given(wallets.statement(STUDENT, 0, 2)).willReturn(List.of(Books.usage(1)));
        given(wallets.statement(STUDENT, 1, 2)).willThrow(new DataAccessResourceFailureException("down"));
        assertThatThrownBy(() -> people.get(STUDENT, STATEMENT)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void stopsReadingForADisconnectedClient(CapturedOutput log) throws Exception {
        var parts = new AtomicLong();
        given(wallets.statementEnd(STUDENT)).willReturn(Long.MAX_VALUE);
        given(wallets.statement(eq(STUDENT), anyLong(), anyLong())).will(call -> {
            parts.incrementAndGet();
            long after = call.getArgument(1);
            return LongStream.rangeClosed(after + 1, after + 1000)
                    .mapToObj(Books::usage)
                    .toList();
        });

        try (var http = HttpClient.newHttpClient()) {
            var request = client.request(STATEMENT, "Authorization", client.bearer(Role.STUDENT));
            try (var body =
                    http.send(request.build(), BodyHandlers.ofInputStream()).body()) {
                assertThat(body.read()).isEqualTo('s');
            }
        }

        var before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(500)).until(() -> before.getAndSet(parts.get()) == parts.get());
        assertThat(log.getAll()).doesNotContain("ERROR", STATEMENT + " failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/usages", "/balance?at=2026-01-31T09:30:00Z", "/statement.csv"})
    void refusesCallsWithoutAToken(String path) {
        var answer = client.get("/api/v1/wallet" + path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("auth.unauthenticated");
    }
}
