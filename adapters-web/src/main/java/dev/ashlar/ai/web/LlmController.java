// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.LlmPriceView;
import dev.ashlar.ai.application.LlmService;
import dev.ashlar.ai.application.LlmView;
import dev.ashlar.ai.application.NewLlm;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.LlmFactory;
import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.ai.domain.LlmLimits;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ai/models")
@Tag(name = "AI models", description = "Language models and their prices.")
class LlmController {
    private final LlmService models;

    LlmController(LlmService models) {
        this.models = models;
    }

    @GetMapping
    @Operation(
            summary = "List language models",
            description = "The oldest model comes first. Each has the prices that are valid now.")
    @Refuses("request.invalid-cursor")
    Listing<LlmView> listModels(Actor actor, PageRequest page) {
        return Listing.of(models.list(page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Create a language model",
            description =
                    "Only administrators may do so. A maker that is new is added too. The name is unique regardless"
                            + " of case and never changes. Set its prices before it is called.")
    @Refuses({"auth.forbidden", "ai.model-name-taken"})
    Versioned<LlmView> createModel(Actor actor, @RequestBody @Valid LlmRequest request) {
        var model = models.create(actor, request.model());
        return Versioned.created("/api/v1/ai/models/" + model.model().id().value(), version(model), model);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a language model", description = "The ETag is the version for an edit.")
    @Refuses("ai.model-not-found")
    Versioned<LlmView> getModel(Actor actor, @PathVariable LlmId id) {
        return answer(models.get(id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Update a language model",
            description =
                    "Only administrators may do so. Absent fields keep their values. An inactive model is refused to"
                            + " callers.")
    @Refuses({"auth.forbidden", "ai.model-not-found", "request.stale-version"})
    Versioned<LlmView> updateModel(
            Actor actor, @PathVariable LlmId id, IfMatch ifMatch, @RequestBody @Valid EditLlmRequest request) {
        return answer(models.edit(actor, id, version(id, ifMatch), request.edit()));
    }

    @GetMapping("/{id}/prices")
    @Operation(
            summary = "List prices of a language model",
            description =
                    "The price with the latest start comes first, future and past ones included. A call has the price"
                            + " that was valid when it began; its cost never changes afterwards.")
    @Refuses({"ai.model-not-found", "request.invalid-cursor"})
    Listing<LlmPriceView> listPrices(Actor actor, @PathVariable LlmId id, PageRequest page) {
        return Listing.of(models.prices(id, page));
    }

    @PutMapping("/{id}/prices")
    @Operation(
            summary = "Set prices of a language model",
            description = "Only administrators may do so. The prices of all kinds of tokens end at validFrom, and these"
                    + " begin; prices that would begin later are removed. Without validFrom they begin now. Only the first"
                    + " prices of a model may begin in the past, and calls that are stored without a cost stay so.")
    @Refuses({"auth.forbidden", "ai.model-not-found", "ai.prices-past", "request.stale-version"})
    Versioned<LlmView> setPrices(
            Actor actor, @PathVariable LlmId id, IfMatch ifMatch, @RequestBody @Valid LlmPricesRequest request) {
        return answer(models.price(actor, id, version(id, ifMatch), request.prices(), request.validFrom()));
    }

    private int version(LlmId id, IfMatch ifMatch) {
        return ifMatch.version(() -> version(models.get(id)));
    }

    private static int version(LlmView model) {
        return model.model().version();
    }

    private static Versioned<LlmView> answer(LlmView model) {
        return Versioned.ok(version(model), model);
    }

    /**
     * Language model to add.
     *
     * @param factory maker of the model: lower case letters, digits and hyphens
     * @param name name by which callers ask for the model
     * @param contextTokens largest number of tokens of a request and its answer together
     * @param maxOutputTokens largest number of tokens of an answer
     */
    record LlmRequest(
            @NotBlank @Size(max = LlmFactory.MAX_NAME) @Schema(example = "openai")
            String factory,

            @NotBlank @Size(max = Llm.MAX_NAME) @Schema(example = "gpt-4o-mini")
            String name,

            @NotNull @Min(1) @Max(LlmLimits.MAX) @Schema(example = "128000")
            Integer contextTokens,

            @NotNull @Min(1) @Max(LlmLimits.MAX) @Schema(example = "16384")
            Integer maxOutputTokens) {
        NewLlm model() {
            return new NewLlm(factory, name, new LlmLimits(contextTokens, maxOutputTokens));
        }
    }

    /** Changes to a language model. */
    record EditLlmRequest(
            @Schema(example = "200000") Change<@NotNull @Min(1) @Max(LlmLimits.MAX) Integer> contextTokens,
            @Schema(example = "32768") Change<@NotNull @Min(1) @Max(LlmLimits.MAX) Integer> maxOutputTokens,
            @Schema(example = "true") Change<@NotNull Boolean> active) {
        Llm.Edit edit() {
            return new Llm.Edit(contextTokens, maxOutputTokens, active);
        }
    }
}
