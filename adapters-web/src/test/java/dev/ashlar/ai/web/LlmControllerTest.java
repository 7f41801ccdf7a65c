// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.ai.application.LlmPriceView;
import dev.ashlar.ai.application.LlmRow;
import dev.ashlar.ai.application.LlmService;
import dev.ashlar.ai.application.LlmView;
import dev.ashlar.ai.application.NewLlm;
import dev.ashlar.ai.application.ServedLlm;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.ai.domain.LlmLimits;
import dev.ashlar.ai.domain.LlmPriceId;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.SampleCatalog;
import dev.ashlar.ai.domain.UsageType;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AiServer
class LlmControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final LlmId ID = new LlmId(UUID.fromString("019a0000-0000-7000-8000-0000000000e2"));
    private static final String ALL = "/api/v1/ai/models";
    private static final String ONE = ALL + "/" + ID.value();
    private static final String PRICES = ONE + "/prices";
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final String BODY = """
            {"factory": "openai", "name": "gpt-4o-mini", "contextTokens": 128000, "maxOutputTokens": 16384}""";
    private static final String PRICED = """
            {"usdPerMillion": {"prompt": "0.15", "cachedPrompt": "0.075", "completion": "0.60", "reasoning": "0.7"},
             "validFrom": "2026-02-01T00:00:00Z"}""";
    private static final LlmPriceView PRICE = new LlmPriceView(
            new LlmPriceId(ID.value()), UsageType.CACHED_PROMPT, new BigDecimal("0.075000"), NOW, null);

    @Autowired
    private LlmService models;

    @Autowired
    private Caller client;

    @Test
    void addsAModel() {
        given(models.create(ADMIN, new NewLlm("openai", "gpt-4o-mini", new LlmLimits(128_000, 16_384))))
                .willReturn(view(0));
        var answer = send("POST", ALL, BODY);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(ONE);
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.json().at("/factory").asString()).isEqualTo("openai");
        assertThat(answer.json().at("/contextTokens").asInt()).isEqualTo(128_000);
        assertThat(answer.json().at("/prices/0/usdPerMillion").asString()).isEqualTo("0.075000");
        assertThat(answer.json().at("/prices/0/usageType").asString()).isEqualTo("cached_prompt");
        given(models.create(any(), any())).willThrow(AiProblem.MODEL_NAME_TAKEN.because("Choose another one."));
        assertThat(send("POST", ALL, BODY).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name": "gpt-4o-mini"     | "name": ""                | /name
            "contextTokens": 128000   | "contextTokens": 0        | /contextTokens
            "maxOutputTokens": 16384  | "maxOutputTokens": 128001 | /maxOutputTokens
            "maxOutputTokens": 16384  | "maxOutputTokens": null   | /maxOutputTokens
            """)
    void refusesAnInvalidModelWithItsPointer(String valid, String invalid, String pointer) {
        var answer = send("POST", ALL, BODY.replace(valid, invalid));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void editsUnderAVersion() {
        assertThat(send("PATCH", ONE, "{}").status()).isEqualTo(428);
        given(models.edit(ADMIN, ID, 3, new Llm.Edit(Change.to(5), Change.keep(), Change.to(false))))
                .willReturn(view(4));
        var answer = send("PATCH", ONE, "{\"contextTokens\": 5, \"active\": false}", "If-Match", "\"3\"");
        assertThat(answer.header("ETag")).as(answer.text()).isEqualTo("\"4\"");
        assertThat(send("PATCH", ONE, "{\"active\": null}", "If-Match", "\"3\"").error())
                .startsWith("/active: ");
    }

    @Test
    void setsPrices() {
        var prices = new ModelPrices(Map.of(
                UsageType.PROMPT, new BigDecimal("0.15"),
                UsageType.CACHED_PROMPT, new BigDecimal("0.075"),
                UsageType.COMPLETION, new BigDecimal("0.60"),
                UsageType.REASONING, new BigDecimal("0.7")));
        given(models.price(ADMIN, ID, 3, prices, Instant.parse("2026-02-01T00:00:00Z")))
                .willReturn(view(4));
        assertThat(send("PUT", PRICES, PRICED).status()).isEqualTo(428);
        assertThat(send("PUT", PRICES, PRICED, "If-Match", "\"3\"").header("ETag"))
                .isEqualTo("\"4\"");
        given(models.price(ADMIN, ID, 4, SampleCatalog.usd("1", "2"), null)).willReturn(view(5));
        var two = "{\"usdPerMillion\": {\"prompt\": \"1\", \"completion\": \"2\"}}";
        assertThat(send("PUT", PRICES, two, "If-Match", "\"4\"").header("ETag")).isEqualTo("\"5\"");
        given(models.price(any(), any(), anyInt(), any(), any())).willThrow(AiProblem.PRICES_PAST.because("Later."));
        assertThat(send("PUT", PRICES, PRICED, "If-Match", "\"4\"").status()).isEqualTo(422);
        willThrow(KernelProblem.STALE_VERSION.because("Read again."))
                .given(models)
                .price(any(), any(), anyInt(), any(), any());
        assertThat(send("PUT", PRICES, PRICED, "If-Match", "\"4\"").status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "prompt": "0.15"      | "prompt": null            | /usdPerMillion/prompt
            "prompt": "0.15"      | "prompt": "-0.15"         | /usdPerMillion/prompt
            "prompt": "0.15"      | "prompt": 0.15            | /usdPerMillion/prompt
            "completion": "0.60"  | "completion": "0.6000001" | /usdPerMillion/completion
            "completion": "0.60"  | "completion": "1000001"   | /usdPerMillion/completion
            "reasoning": "0.7"    | "thinking": "0.7"         | /usdPerMillion/thinking
            """)
    void refusesInvalidPricesWithTheirPointer(String valid, String invalid, String pointer) {
        var answer = send("PUT", PRICES, PRICED.replace(valid, invalid), "If-Match", "\"3\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void listsModelsAndPrices() {
        given(models.list(new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(view(0)), Cursor.of("ai.models", ID)));
        assertThat(send("GET", ALL + "?limit=1", null).header("Link")).contains("rel=\"next\"");
        given(models.prices(ID, PageRequest.first())).willReturn(new Page<>(List.of(PRICE), null));
        assertThat(send("GET", PRICES, null).json().at("/items/0/validUntil").isNull())
                .isTrue();
        given(models.get(ID)).willThrow(AiProblem.MODEL_NOT_FOUND.because("List the models."));
        assertThat(send("GET", ONE, null).status()).isEqualTo(404);
    }

    @Test
    void listsModelsForCallsInTheFormOfOpenAi() {
        given(models.served()).willReturn(List.of(new ServedLlm("small", "maker", NOW)));
        assertThat(send("GET", "/api/v1/ai/v1/models", null).text())
                .isEqualTo(
                        "{\"object\":\"list\",\"data\":[{\"id\":\"small\",\"object\":\"model\",\"created\":1769851800,"
                                + "\"owned_by\":\"maker\"}]}");
    }

    private static LlmView view(int version) {
        return new LlmView(
                new LlmRow(ID, "openai", "gpt-4o-mini", new LlmLimits(128_000, 16_384), true, NOW, NOW, version),
                List.of(PRICE));
    }

    private Caller.Answer send(String method, String path, @Nullable String body, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = client.bearer(Role.ADMIN);
        System.arraycopy(headers, 0, all, 2, headers.length);
        return client.send(method, path, body, all);
    }
}
