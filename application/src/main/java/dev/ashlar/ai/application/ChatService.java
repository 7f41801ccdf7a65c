package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.CallEstimate;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.Llms;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.Prices;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Transactions before and after the calls of a {@link ChatWorkflow}. */
@ApplicationService
public class ChatService {
    private final Llms llms;
    private final AiProviders providers;
    private final Prices prices;
    private final BudgetService budgets;
    private final InteractionRecorder recorder;

    ChatService(Llms llms, AiProviders providers, Prices prices, BudgetService budgets, InteractionRecorder recorder) {
        this.llms = llms;
        this.providers = providers;
        this.prices = prices;
        this.budgets = budgets;
        this.recorder = recorder;
    }

    /** Returns the providers of a model in the order in which they are called. Calls need a verified email address. */
    List<AiProvider> candidates(Actor actor, String model) {
        actor.requireVerifiedEmail();
        return llms.findByName(model)
                .filter(Llm::active)
                .map(Llm::name)
                .map(providers::candidates)
                .filter(candidates -> !candidates.isEmpty())
                .orElseThrow(() -> AiProblem.MODEL_NOT_FOUND.because("No model that can be called has the name " + model
                        + ". Choose one of GET /api/v1/ai/v1/models."));
    }

    /** Holds the greatest cost of an attempt on the budgets that cover it, or refuses the attempt. */
    @Transactional
    public void begin(InteractionId id, InteractionOrigin origin, UnpricedCalls unpriced, CallEstimate estimate) {
        var time = id.createdAt();
        var model = origin.model();
        Optional<ModelPrices> valid = prices.of(List.of(model), time, time).at(model, time);
        if (valid.isPresent()) {
            var limits = llms.findByName(model).orElseThrow().limits();
            budgets.hold(
                    origin, id, estimate.greatestCost(valid.get(), limits.contextTokens(), limits.maxOutputTokens()));
        } else if (unpriced == UnpricedCalls.REFUSE) {
            throw AiProblem.MODEL_UNPRICED.because("The model " + model
                    + " has no price now. Choose another one, or ask an administrator for its prices.");
        }
    }

    /** Records an attempt, which ends what was held for it. */
    @Transactional
    public void end(Interaction attempt) {
        recorder.record(List.of(attempt));
    }
}
