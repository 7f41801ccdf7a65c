// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.AiProviderView;
import dev.ashlar.ai.application.LlmPriceView;
import dev.ashlar.ai.application.LlmRow;
import dev.ashlar.ai.application.LlmView;
import dev.ashlar.ai.application.ProviderCheckView;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.ai.domain.LlmLimits;
import dev.ashlar.ai.domain.LlmPriceId;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.ServedModel;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.ai.domain.UsageType;
import dev.ashlar.ai.web.LlmPricesRequest.UsdPerMillion;
import dev.ashlar.ai.web.ProviderSettingsRequest.ModelOfProvider;
import dev.ashlar.ai.web.ProviderSettingsRequest.Timeouts;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class CatalogExamples implements ExampleRecords {
    private static final Instant ADDED = Instant.parse("2026-02-03T16:05:12Z");
    private static final String URL = "https://api.openai.com/v1";
    private static final String NAME = "OpenAI";
    private static final String MODEL = "gpt-4o-mini";
    private static final String MODEL_THERE = "gpt-4o-mini-2024-07-18";
    private static final ProviderSettingsRequest SETTINGS = new ProviderSettingsRequest(
            List.of(new ModelOfProvider(MODEL, MODEL_THERE)), null, new Timeouts(3_000, 60_000, 30_000));

    @Override
    public List<Record> all() {
        var price =
                new LlmPriceView(new LlmPriceId(id("e1")), UsageType.PROMPT, new BigDecimal("0.150000"), ADDED, null);
        return List.of(
                SETTINGS,
                new AiProviderRequest(
                        NAME,
                        ProviderType.OPENAI,
                        URL,
                        AuthType.BEARER,
                        "sk-9a8b7c",
                        SETTINGS,
                        ContentPolicy.METADATA,
                        UnpricedCalls.REFUSE),
                new AiProviderView(
                        new AiProviderId(id("e2")),
                        NAME,
                        new ProviderEndpoint(ProviderType.OPENAI, URL, AuthType.BEARER, true, settings()),
                        new ProviderPolicy(ContentPolicy.METADATA, UnpricedCalls.REFUSE),
                        new ProviderRank(100, true, false),
                        ADDED,
                        ADDED,
                        0),
                new ProviderCheckView(ProviderCheck.Result.OK, 200, 184, null),
                new LlmPricesRequest(
                        new UsdPerMillion(
                                new BigDecimal("0.15"), new BigDecimal("0.075"), new BigDecimal("0.60"), null),
                        null),
                price,
                new LlmView(
                        new LlmRow(
                                new LlmId(id("e3")),
                                "openai",
                                MODEL,
                                new LlmLimits(128_000, 16_384),
                                true,
                                ADDED,
                                ADDED,
                                1),
                        List.of(price)));
    }

    private static ProviderSettings settings() {
        return new ProviderSettings(List.of(new ServedModel(MODEL, MODEL_THERE)), null, ProviderTimeouts.DEFAULT);
    }

    private static UUID id(String end) {
        return UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000" + end);
    }
}
