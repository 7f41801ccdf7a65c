// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderUrls;
import dev.ashlar.ai.domain.SealedSecret;
import dev.ashlar.ai.domain.SecretVault;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of providers, for administrators only. */
@ApplicationService
public class AiProviderService {
    private static final String LIST = "ai.providers";

    private final AiProviders providers;
    private final AiProviderViews views;
    private final SecretVault vault;
    private final ProviderUrls urls;
    private final IdSource ids;
    private final InstantSource clock;

    AiProviderService(
            AiProviders providers,
            AiProviderViews views,
            SecretVault vault,
            ProviderUrls urls,
            IdSource ids,
            InstantSource clock) {
        this.providers = providers;
        this.views = views;
        this.vault = vault;
        this.urls = urls;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns providers, oldest first. */
    public Page<AiProviderView> list(Actor actor, PageRequest page) {
        actor.requireAdmin();
        var rows = views.providers(page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public AiProviderView get(Actor actor, AiProviderId id) {
        actor.requireAdmin();
        var provider = provider(id);
        return AiProviderView.of(provider, provider.version());
    }

    /** Returns a provider to be tested. */
    public AiProvider forTest(Actor actor, AiProviderId id) {
        actor.requireAdmin();
        return provider(id);
    }

    /** Adds a provider, which is called from now on. */
    @Transactional
    public AiProviderView create(Actor actor, NewAiProvider wanted) {
        actor.requireAdmin();
        urls.requireAllowed(wanted.endpoint());
        var now = clock.instant();
        var provider = new AiProvider(
                new AiProviderId(ids.next()),
                wanted.name(),
                wanted.endpoint(),
                wanted.policy(),
                new ProviderRank(wanted.priority(), true, false),
                now,
                now,
                0);
        providers.insert(provider, sealed(wanted.secret(), provider));
        return AiProviderView.of(provider, 0);
    }

    /** Edits a provider. A secret that is sent counts as a change, because it is not compared with the stored one. */
    @Transactional
    public AiProviderView edit(Actor actor, AiProviderId id, int version, AiProvider.Edit edit) {
        actor.requireAdmin();
        var provider = provider(id);
        var edited = provider.edited(edit, clock.instant());
        urls.requireAllowed(edited.endpoint());
        boolean isSame = edit.secret() == null
                && provider.edited(edit, provider.updatedAt()).equals(provider);
        if (isSame
                ? provider.version() != version
                : !providers.update(edited, sealed(edit.secret(), edited), version)) {
            throw KernelProblem.stale("Provider " + id.value(), version);
        }
        return isSame ? AiProviderView.of(provider, version) : AiProviderView.of(edited, version + 1);
    }

    /** Makes a provider the one that comes before all others. One that is stays as it is, with its version. */
    @Transactional
    public AiProviderView makeDefault(Actor actor, AiProviderId id) {
        actor.requireAdmin();
        var provider = provider(id);
        if (!provider.rank().isDefault() && !providers.makeDefault(id, clock.instant())) {
            throw AiProblem.PROVIDER_INACTIVE.because(
                    "Provider " + provider.name() + " is not active. Activate it first.");
        }
        return get(actor, id);
    }

    /** Deletes a provider and its secret. Its interactions stay. */
    @Transactional
    public void delete(Actor actor, AiProviderId id, int version) {
        actor.requireAdmin();
        provider(id);
        if (!providers.delete(id, version, clock.instant())) {
            throw KernelProblem.stale("Provider " + id.value(), version);
        }
    }

    /** Takes a deletion back. The provider is inactive, and needs its secret again before it can be active. */
    @Transactional
    public AiProviderView restore(Actor actor, AiProviderId id) {
        actor.requireAdmin();
        if (!providers.restore(id, clock.instant())) {
            throw AiProblem.PROVIDER_NOT_FOUND.because("No deleted provider has the id " + id.value() + ".");
        }
        return get(actor, id);
    }

    private AiProvider provider(AiProviderId id) {
        return providers.find(id).orElseThrow(() -> notFound(id));
    }

    private @Nullable SealedSecret sealed(@Nullable ProviderSecret secret, AiProvider owner) {
        return secret == null
                ? null
                : vault.seal(secret, owner.id(), owner.endpoint().origin());
    }

    static DomainException notFound(AiProviderId id) {
        return AiProblem.PROVIDER_NOT_FOUND.because(
                "No provider has the id " + id.value() + ". List the providers to find it.");
    }
}
