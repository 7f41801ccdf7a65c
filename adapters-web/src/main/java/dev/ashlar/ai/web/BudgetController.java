// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.BudgetAdminService;
import dev.ashlar.ai.application.BudgetView;
import dev.ashlar.ai.application.BudgetWindowView;
import dev.ashlar.ai.application.BudgetWorkflow;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping
@Tag(name = "AI budgets", description = "Limits of the cost of calls of language models.")
class BudgetController {
    private static final String BUDGETS = "/api/v1/ai/budgets";
    private static final int MAX_PLATFORM = 40;

    private final BudgetAdminService budgets;
    private final BudgetWorkflow workflow;

    BudgetController(BudgetAdminService budgets, BudgetWorkflow workflow) {
        this.budgets = budgets;
        this.workflow = workflow;
    }

    @GetMapping("/api/v1/me/ai-budgets")
    @Operation(
            summary = "List your AI budgets",
            description =
                    "These are the budgets of your calls, with what is left of them. Calls may also be refused by budgets"
                            + " of a provider or of a platform.")
    @Refuses("request.invalid-cursor")
    Listing<BudgetView> listOwnBudgets(Actor actor, PageRequest page) {
        return Listing.of(budgets.listOwn(actor, page));
    }

    @GetMapping(BUDGETS)
    @Operation(summary = "List AI budgets", description = "The newest budget comes first. For administrators.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<BudgetView> listBudgets(
            Actor actor,
            @RequestParam @Parameter(description = "Kind of calls that the budgets cover.") @Nullable BudgetScope scope,
            @RequestParam @Parameter(description = "User whose calls the budgets cover.") @Nullable UserId userId,
            PageRequest page) {
        return Listing.of(budgets.list(actor, scope, userId, page));
    }

    @PostMapping(BUDGETS)
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Create an AI budget",
            description =
                    "The budget covers the calls of one user, provider or platform in each day or month, in UTC. Its current"
                            + " window begins with what its calls have cost so far. Before a call its highest cost is held;"
                            + " the unused part is released after it. For administrators.")
    @Refuses({"ai.budget-exists", "ai.provider-not-found", "auth.forbidden"})
    Versioned<BudgetView> createBudget(Actor actor, @RequestBody @Valid BudgetRequest request) {
        var budget = workflow.create(actor, request.target(), request.period(), request.limitUsd());
        return Versioned.created(BUDGETS + "/" + budget.id().value(), budget.version(), budget);
    }

    @GetMapping(BUDGETS + "/{id}")
    @Operation(summary = "Get an AI budget", description = "The ETag is the version for an edit. For administrators.")
    @Refuses({"ai.budget-not-found", "auth.forbidden"})
    Versioned<BudgetView> getBudget(Actor actor, @PathVariable BudgetId id) {
        var budget = budgets.get(actor, id);
        return Versioned.okByContent(budget.version(), budget);
    }

    @PatchMapping(BUDGETS + "/{id}")
    @Operation(
            summary = "Update the limit of an AI budget",
            description = "The limit holds from the next call on. For administrators.")
    @Refuses({"ai.budget-not-found", "auth.forbidden"})
    Versioned<BudgetView> updateBudget(
            Actor actor, @PathVariable BudgetId id, IfMatch ifMatch, @RequestBody @Valid LimitRequest request) {
        int version = ifMatch.version(() -> budgets.get(actor, id).version());
        return answer(budgets.edit(actor, id, version, request.limitUsd()));
    }

    @DeleteMapping(BUDGETS + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete an AI budget",
            description = "Its windows are deleted, too. Calls are no longer held to it. For administrators.")
    @Refuses({"ai.budget-not-found", "auth.forbidden"})
    void deleteBudget(Actor actor, @PathVariable BudgetId id, IfMatch ifMatch) {
        budgets.delete(actor, id, ifMatch.version(() -> budgets.get(actor, id).version()));
    }

    @GetMapping(BUDGETS + "/{id}/windows")
    @Operation(
            summary = "List windows of an AI budget",
            description = "These are the days or months with calls, latest first. For administrators.")
    @Refuses({"ai.budget-not-found", "auth.forbidden", "request.invalid-cursor"})
    Listing<BudgetWindowView> listBudgetWindows(Actor actor, @PathVariable BudgetId id, PageRequest page) {
        return Listing.of(budgets.windows(actor, id, page));
    }

    private static Versioned<BudgetView> answer(BudgetView budget) {
        return Versioned.ok(budget.version(), budget);
    }

    /**
     * Budget to create.
     *
     * @param userId the user, and no other id, if the scope is user
     * @param providerId the provider, and no other id, if the scope is provider
     * @param platform code of the platform, and no id, if the scope is platform
     * @param limitUsd limit of each window in US dollars, with up to eight decimals
     */
    record BudgetRequest(
            @NotNull @Schema(example = "platform") BudgetScope scope,
            @Nullable UserId userId,
            @Nullable AiProviderId providerId,

            @Size(max = MAX_PLATFORM) @Schema(example = "mentor") @Nullable
            String platform,

            @NotNull @Schema(example = "month") BudgetPeriod period,
            @NotNull @Schema(example = "250.00") BigDecimal limitUsd) {
        BudgetTarget target() {
            return new BudgetTarget(scope, userId, providerId, platform);
        }
    }

    /**
     * New limit.
     *
     * @param limitUsd limit of each window in US dollars, with up to eight decimals
     */
    record LimitRequest(@NotNull @Schema(example = "300.00") BigDecimal limitUsd) {}
}
