// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.IdSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Models, prices and providers for tests. */
public final class SampleCatalog {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant LATER = NOW.plus(Duration.ofHours(1));
    public static final ProviderPolicy POLICY = new ProviderPolicy(ContentPolicy.METADATA, UnpricedCalls.REFUSE);
    public static final SealedSecret SEALED = new SealedSecret("c2VhbGVk", "0a1b2c3d");

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleCatalog() {}

    public static LlmFactory factory(String name) {
        return new LlmFactory(new LlmFactoryId(IDS.next()), name, NOW);
    }

    public static Llm llm(LlmFactoryId factory, String name) {
        return Llm.of(new LlmId(IDS.next()), factory, name, new LlmLimits(128_000, 16_384), NOW);
    }

    /** A name that no other test takes. */
    public static String unique(String name) {
        return name + '-' + UUID.randomUUID();
    }

    public static ModelPrices usd(String prompt, String completion) {
        return new ModelPrices(
                Map.of(UsageType.PROMPT, new BigDecimal(prompt), UsageType.COMPLETION, new BigDecimal(completion)));
    }

    /** Prices to store. */
    public static List<NewPrice> rows(ModelPrices prices) {
        return Stream.of(UsageType.values())
                .filter(prices.perMillion()::containsKey)
                .map(type -> new NewPrice(
                        new LlmPriceId(IDS.next()), type, prices.perMillion().get(type)))
                .toList();
    }

    public static ProviderSettings serving(String... models) {
        return new ProviderSettings(
                Stream.of(models)
                        .map(model -> new ServedModel(model, model + "-deployed"))
                        .toList(),
                null,
                ProviderTimeouts.DEFAULT);
    }

    public static ProviderEndpoint endpoint(String baseUrl, ProviderSettings settings) {
        return new ProviderEndpoint(ProviderType.COMPATIBLE, baseUrl, AuthType.BEARER, true, settings);
    }

    /** An active provider of all models. */
    public static AiProvider provider(String name) {
        return provider(name, 100, serving());
    }

    public static AiProvider provider(String name, int priority, ProviderSettings settings) {
        return new AiProvider(
                new AiProviderId(IDS.next()),
                name,
                endpoint("https://llm.example/v1", settings),
                POLICY,
                new ProviderRank(priority, true, false),
                NOW,
                NOW,
                0);
    }
}
