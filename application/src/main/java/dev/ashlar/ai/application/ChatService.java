// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.CallEstimate;
import dev.ashlar.ai.domain.ChatCandidate;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.Prices;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Transactions before and after the calls of a {@link ChatWorkflow}. */
@ApplicationService
public class ChatService {
    private static final Logger LOG = LoggerFactory.getLogger(ChatService.class);

    private final AiProviders providers;
    private final ProviderSecrets secrets;
    private final Prices prices;
    private final BudgetService budgets;
    private final InteractionRecorder recorder;

    ChatService(
            AiProviders providers,
            ProviderSecrets secrets,
            Prices prices,
            BudgetService budgets,
            InteractionRecorder recorder) {
        this.providers = providers;
        this.secrets = secrets;
        this.prices = prices;
        this.budgets = budgets;
        this.recorder = recorder;
    }

    /** Returns the providers of a model in the order in which they are called. Calls need a verified email address. */
    List<ChatCandidate> candidates(Actor actor, String model) {
        actor.requireVerifiedEmail();
        var candidates = providers.candidates(model);
        if (candidates.isEmpty()) {
            throw AiProblem.MODEL_NOT_FOUND.because(
                    "No model that can be called has the name " + model + ". Choose one of GET /api/v1/ai/v1/models.");
        }
        return candidates;
    }

    /**
     * Holds the greatest cost of an attempt on the budgets that cover it, or refuses the attempt. Returns the secret of the provider; null
     * if it has none.
     */
    @Transactional
    public @Nullable ProviderSecret begin(
            ChatCandidate candidate, InteractionId id, InteractionOrigin origin, CallEstimate estimate) {
        var secret = secretOf(candidate.provider());
        hold(candidate, id, origin, estimate);
        return secret;
    }

    private @Nullable ProviderSecret secretOf(AiProvider provider) {
        try {
            return secrets.open(provider);
        } catch (IllegalStateException sealed) {
            LOG.error(
                    "Secret of a provider does not open provider={}",
                    provider.id().value(),
                    sealed);
            throw unavailable("a provider");
        }
    }

    private void hold(ChatCandidate candidate, InteractionId id, InteractionOrigin origin, CallEstimate estimate) {
        var time = id.createdAt();
        var model = origin.model();
        var limits = candidate.limits();
        Optional<ModelPrices> valid = prices.of(List.of(model), time, time).at(model, time);
        if (valid.isPresent()) {
            budgets.hold(
                    origin, id, estimate.greatestCost(valid.get(), limits.contextTokens(), limits.maxOutputTokens()));
        } else if (candidate.provider().policy().unpricedCalls() == UnpricedCalls.REFUSE) {
            throw AiProblem.MODEL_UNPRICED.because("The model " + model
                    + " has no price now. Choose another one, or ask an administrator for its prices.");
        }
    }

    /** Records an attempt, which ends what was held for it. */
    @Transactional
    public void end(Interaction attempt) {
        recorder.record(List.of(attempt));
    }

    static DomainException unavailable(String who) {
        return AiProblem.PROVIDER_UNAVAILABLE.because("No answer came from " + who + ". Try again in a few seconds.");
    }
}
