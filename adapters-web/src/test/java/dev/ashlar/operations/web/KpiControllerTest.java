// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.operations.application.KpiPointView;
import dev.ashlar.operations.application.KpiService;
import dev.ashlar.operations.application.KpiView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OperationsServer
class KpiControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final Instant AT = Instant.parse("2026-11-20T10:15:00Z");
    private static final BigDecimal VALUE = new BigDecimal("12.5000");
    private static final String KPIS = "/api/v1/operations/kpis";

    @Autowired
    private KpiService kpis;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Test
    void listsTheLatestFigures() {
        given(kpis.latest(ADMIN)).willReturn(List.of(new KpiView(new Kpi("wallet.tokens", "", VALUE), AT)));
        assertThat(get("/latest").json()).isEqualTo(json.readTree("""
                {"items": [{"metric": "wallet.tokens", "dimensions": "", "value": "12.5000",
                 "bucket": "2026-11-20T10:15:00Z"}]}"""));
    }

    @Test
    void listsAFigureOverTime() {
        given(kpis.series(ADMIN, "commerce.orders", "status=paid", AT, AT.plusSeconds(900), new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(new KpiPointView(AT, VALUE)), Cursor.of("operations.kpis", AT)));
        var answer = get("?metric=commerce.orders&dimensions=status%3Dpaid&from=2026-11-20T10:15:00Z"
                + "&to=2026-11-20T10:30:00Z&limit=1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/value").asString()).isEqualTo("12.5000");
        assertThat(answer.header("Link")).contains("cursor=");
        given(kpis.series(ADMIN, "ai.calls", "", null, null, PageRequest.first()))
                .willReturn(new Page<>(List.of(), null));
        assertThat(get("?metric=ai.calls").json().at("/items")).isEmpty();
        given(kpis.series(ADMIN, null, "", null, null, PageRequest.first()))
                .willThrow(Fields.invalid("metric", "must name a figure: ai.calls"));
        assertThat(get("").json().at("/detail").asString())
                .isEqualTo("The value at metric must name a figure: ai.calls.");
    }

    @Test
    void linksToTheNextPageOfAPartAsTheCallerHasWrittenIt() {
        var next = Cursor.of("operations.kpis", AT);
        given(kpis.series(ADMIN, "commerce.orders", "status=paid", null, null, new PageRequest(1, next)))
                .willReturn(new Page<>(List.of(new KpiPointView(AT, VALUE)), next));
        var query = "?metric=commerce.orders&dimensions=status=paid&limit=1&cursor=" + next.text();

        var answer = get(query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Link")).isEqualTo("<" + KPIS + query + ">; rel=\"next\"");
    }

    @Test
    void refusesAllButAdministrators() {
        given(kpis.latest(any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        assertThat(get("/latest").status()).isEqualTo(403);
        assertThat(client.get(KPIS + "/latest").status()).isEqualTo(401);
    }

    private Caller.Answer get(String path) {
        return client.get(KPIS + path, "Authorization", client.bearer(Role.ADMIN));
    }
}
