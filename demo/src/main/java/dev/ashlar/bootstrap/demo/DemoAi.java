// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.ai.application.AiProviderService;
import dev.ashlar.ai.application.AiProviderView;
import dev.ashlar.ai.application.LlmService;
import dev.ashlar.ai.application.NewAiProvider;
import dev.ashlar.ai.application.NewLlm;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.LlmLimits;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.ServedModel;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.ai.domain.UsageType;
import dev.ashlar.bootstrap.provider.FakeProvider;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Two language models of the fake provider. Its address is that of this process, and therefore another one after each start. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoAi extends DemoSeed {
    private static final String PROVIDER = "Fake provider";
    private static final List<NewLlm> MODELS = List.of(
            new NewLlm("sandbox", "sandbox-small", new LlmLimits(128_000, 16_000)),
            new NewLlm("sandbox", "sandbox-large", new LlmLimits(200_000, 32_000)));
    private static final Map<String, ModelPrices> PRICES =
            Map.of("sandbox-small", prices("0.15", "0.075", "0.6"), "sandbox-large", prices("2.5", "1.25", "10"));

    private final DemoPeople people;
    private final LlmService llms;
    private final AiProviderService providers;
    private final ObjectProvider<FakeProvider> fake;

    DemoAi(DemoPeople people, LlmService llms, AiProviderService providers, ObjectProvider<FakeProvider> fake) {
        super("demo language models");
        this.people = people;
        this.llms = llms;
        this.providers = providers;
        this.fake = fake;
    }

    @Override
    public void run() {
        var admin = people.actor(DemoPerson.ADMIN);
        MODELS.forEach(model -> ensureModel(admin, model));
        fake.ifAvailable(provider -> ensureProvider(admin, provider.address().toString()));
    }

    private void ensureModel(Actor admin, NewLlm model) {
        var known = llms.list(new PageRequest(PageRequest.MAX_LIMIT, null)).items();
        if (known.stream().noneMatch(other -> other.model().name().equals(model.name()))) {
            var added = llms.create(admin, model).model();
            llms.price(admin, added.id(), added.version(), Objects.requireNonNull(PRICES.get(model.name())), null);
        }
    }

    private void ensureProvider(Actor admin, String url) {
        var secret = new ProviderSecret(FakeProvider.DEMO_KEY);
        var known = providers.list(admin, new PageRequest(PageRequest.MAX_LIMIT, null)).items().stream()
                .filter(provider -> provider.name().equals(PROVIDER))
                .findFirst();
        if (known.isEmpty()) {
            providers.create(
                    admin,
                    new NewAiProvider(
                            PROVIDER,
                            endpoint(url),
                            new ProviderPolicy(ContentPolicy.FULL, UnpricedCalls.REFUSE),
                            100,
                            secret));
        } else if (!known.get().endpoint().baseUrl().equals(url)) {
            move(admin, known.get(), url, secret);
        }
    }

    private void move(Actor admin, AiProviderView provider, String url, ProviderSecret secret) {
        var edit = new AiProvider.Edit(
                Change.keep(),
                Change.to(url),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                secret);
        providers.edit(admin, provider.id(), provider.version(), edit);
    }

    private static ProviderEndpoint endpoint(String url) {
        var models = FakeProvider.MODELS.stream()
                .map(model -> new ServedModel(model, model))
                .toList();
        return new ProviderEndpoint(
                ProviderType.COMPATIBLE,
                url,
                AuthType.BEARER,
                true,
                new ProviderSettings(models, null, ProviderTimeouts.DEFAULT));
    }

    private static ModelPrices prices(String prompt, String cached, String completion) {
        return new ModelPrices(Map.of(
                UsageType.PROMPT, new BigDecimal(prompt),
                UsageType.CACHED_PROMPT, new BigDecimal(cached),
                UsageType.COMPLETION, new BigDecimal(completion)));
    }
}
