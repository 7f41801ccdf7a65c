// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.InMemoryAiProviders;
import dev.ashlar.ai.domain.InMemoryLlms;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.ai.domain.ProviderCheck.Result;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderNetwork;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.ProviderUrls;
import dev.ashlar.ai.domain.SampleCatalog;
import dev.ashlar.ai.domain.SealedSecret;
import dev.ashlar.ai.domain.SecretVault;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Services of models and providers over stores in memory, with a network that notes secrets and a clock that stands still. */
final class Catalog implements ProviderNetwork, ProviderUrls, SecretVault, LlmViews {
    final InMemoryLlms llms = new InMemoryLlms();
    final InMemoryAiProviders stored = new InMemoryAiProviders(llms);
    final List<String> sent = new ArrayList<>();
    final Actor admin = actor(Role.ADMIN);
    final Actor student = actor(Role.STUDENT);
    final IdSource ids = IdSource.timeOrdered();
    String key = "1";
    private Instant now = SampleCatalog.NOW;

    final LlmService models = new LlmService(llms, this, ids, () -> now);
    final AiProviderService providers = new AiProviderService(stored, (_, _) -> List.of(), this, this, ids, () -> now);
    final ProviderSecrets secrets = new ProviderSecrets(stored, this, () -> now);
    final ProviderWorkflow workflow = new ProviderWorkflow(providers, secrets, this);

    void pass(Duration time) {
        now = now.plus(time);
    }

    static NewAiProvider openAi(String name, String url, @Nullable String secret) {
        var auth = secret == null ? AuthType.NONE : AuthType.BEARER;
        return new NewAiProvider(
                name,
                new ProviderEndpoint(ProviderType.OPENAI, url, auth, secret != null, SampleCatalog.serving()),
                SampleCatalog.POLICY,
                100,
                secret == null ? null : new ProviderSecret(secret));
    }

    @Override
    public void requireAllowed(ProviderEndpoint endpoint) {
        Fields.require(endpoint.baseUrl().startsWith("https:"), "/baseUrl", "must be an https URL");
    }

    @Override
    public ProviderCheck check(AiProvider provider, @Nullable ProviderSecret secret) {
        sent.add(secret == null ? "none" : secret.value());
        return new ProviderCheck(Result.OK, 200, 5, null);
    }

    @Override
    public SealedSecret seal(ProviderSecret secret, AiProviderId owner, String origin) {
        return new SealedSecret(key + '|' + owner.value() + '|' + origin + '|' + secret.value(), key);
    }

    @Override
    public ProviderSecret open(SealedSecret sealed, AiProviderId owner, String origin) {
        var prefix = sealed.secretKeyId() + '|' + owner.value() + '|' + origin + '|';
        if (!sealed.secret().startsWith(prefix)) {
            throw new IllegalStateException("The secret does not open.");
        }
        return new ProviderSecret(sealed.secret().substring(prefix.length()));
    }

    @Override
    public List<String> formerKeys() {
        return key.equals("1") ? List.of() : List.of("1");
    }

    @Override
    public List<LlmRow> models(@Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public Optional<LlmRow> model(LlmId id) {
        return llms.find(id).map(Catalog::row);
    }

    @Override
    public List<LlmPriceView> prices(LlmId id, Cursor.@Nullable Place after, int limit) {
        return List.of();
    }

    @Override
    public List<ValidPrice> pricesAt(Collection<LlmId> wanted, Instant at) {
        return List.of();
    }

    @Override
    public List<ServedLlm> served(int limit) {
        return List.of();
    }

    private static LlmRow row(Llm llm) {
        return new LlmRow(
                llm.id(),
                "maker",
                llm.name(),
                llm.limits(),
                llm.active(),
                llm.createdAt(),
                llm.updatedAt(),
                llm.version());
    }

    private static Actor actor(Role role) {
        return new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
    }
}
