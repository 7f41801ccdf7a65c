// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.AiProviderService;
import dev.ashlar.ai.application.AiProviderView;
import dev.ashlar.ai.application.ProviderCheckView;
import dev.ashlar.ai.application.ProviderWorkflow;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ai/providers")
@Tag(name = "AI providers", description = "Providers of language models, for administrators only.")
class AiProviderController {
    private final AiProviderService providers;
    private final ProviderWorkflow workflow;

    AiProviderController(AiProviderService providers, ProviderWorkflow workflow) {
        this.providers = providers;
        this.workflow = workflow;
    }

    @GetMapping
    @Operation(
            summary = "List providers",
            description = "The oldest provider comes first. Secrets are never shown; hasSecret tells if one is stored.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<AiProviderView> listProviders(Actor actor, PageRequest page) {
        return Listing.of(providers.list(actor, page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Create a provider",
            description =
                    "The provider is called from now on, with priority 100. The secret is encrypted for this provider"
                            + " and the server of its base URL, and never shown.")
    @Refuses({"auth.forbidden", "ai.provider-name-taken"})
    Versioned<AiProviderView> createProvider(Actor actor, @RequestBody @Valid AiProviderRequest request) {
        var provider = providers.create(actor, request.provider());
        return Versioned.created("/api/v1/ai/providers/" + provider.id().value(), provider.version(), provider);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a provider", description = "The ETag is the version for an edit.")
    @Refuses({"auth.forbidden", "ai.provider-not-found"})
    Versioned<AiProviderView> getProvider(Actor actor, @PathVariable AiProviderId id) {
        return answer(providers.get(actor, id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a provider",
            description =
                    "Absent fields keep their values. A base URL on another server needs the secret again. A provider"
                            + " that is taken out of use is no longer the default.")
    @Refuses({"auth.forbidden", "ai.provider-not-found", "ai.provider-name-taken", "request.stale-version"})
    Versioned<AiProviderView> updateProvider(
            Actor actor,
            @PathVariable AiProviderId id,
            IfMatch ifMatch,
            @RequestBody @Valid EditAiProviderRequest request) {
        return answer(providers.edit(actor, id, version(actor, id, ifMatch), request.edit()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a provider",
            description =
                    "The provider is no longer called, and its secret is removed for good. Its interactions stay.")
    @Refuses({"auth.forbidden", "ai.provider-not-found", "request.stale-version"})
    void deleteProvider(Actor actor, @PathVariable AiProviderId id, IfMatch ifMatch) {
        providers.delete(actor, id, version(actor, id, ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Restore a provider",
            description = "Undoes the deletion. The provider is inactive; send its secret again to activate it.")
    @Refuses({"auth.forbidden", "ai.provider-not-found", "ai.provider-name-taken"})
    Versioned<AiProviderView> restoreProvider(Actor actor, @PathVariable AiProviderId id) {
        return answer(providers.restore(actor, id));
    }

    @PostMapping("/{id}/default")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Make a provider the default",
            description = "Of the providers that serve a model, the default is called first. There is at most one.")
    @Refuses({"auth.forbidden", "ai.provider-not-found", "ai.provider-inactive"})
    Versioned<AiProviderView> makeProviderDefault(Actor actor, @PathVariable AiProviderId id) {
        return answer(providers.makeDefault(actor, id));
    }

    @PostMapping("/{id}/test")
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Test a provider",
            description =
                    "Asks the provider for its models, with its secret, whether it is active or not. The answer says"
                            + " if it works and how long it took. Nothing that the provider has sent is shown.")
    @Refuses({"auth.forbidden", "ai.provider-not-found"})
    ProviderCheckView testProvider(Actor actor, @PathVariable AiProviderId id) {
        return workflow.test(actor, id);
    }

    private int version(Actor actor, AiProviderId id, IfMatch ifMatch) {
        return ifMatch.version(() -> providers.get(actor, id).version());
    }

    private static Versioned<AiProviderView> answer(AiProviderView provider) {
        return Versioned.ok(provider.version(), provider);
    }
}
