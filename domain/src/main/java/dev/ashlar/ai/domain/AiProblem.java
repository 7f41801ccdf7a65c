// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of AI, in the order of their names. */
public enum AiProblem implements ProblemType {
    BUDGET_EXCEEDED("ai.budget-exceeded", Kind.TOO_MANY, "Budget is exceeded"),
    BUDGET_EXISTS("ai.budget-exists", Kind.CONFLICT, "Budget already exists"),
    BUDGET_NOT_FOUND("ai.budget-not-found", Kind.NOT_FOUND, "Budget not found"),
    ILLEGAL_TRANSITION("ai.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    INTERACTION_ID_TAKEN("ai.interaction-id-taken", Kind.CONFLICT, "Id of the interaction is already taken"),
    INTERACTION_NOT_FOUND("ai.interaction-not-found", Kind.NOT_FOUND, "Interaction not found"),
    MODEL_NAME_TAKEN("ai.model-name-taken", Kind.CONFLICT, "Name of the language model is already taken"),
    MODEL_NOT_FOUND("ai.model-not-found", Kind.NOT_FOUND, "Language model not found"),
    MODEL_UNPRICED("ai.model-unpriced", Kind.REFUSED, "Language model has no price"),
    PRICES_PAST("ai.prices-past", Kind.REFUSED, "Prices of the past cannot change"),
    PROVIDER_INACTIVE("ai.provider-inactive", Kind.REFUSED, "Provider is not active"),
    PROVIDER_NAME_TAKEN("ai.provider-name-taken", Kind.CONFLICT, "Name of the provider is already taken"),
    PROVIDER_NOT_FOUND("ai.provider-not-found", Kind.NOT_FOUND, "Provider not found"),
    PROVIDER_UNAVAILABLE("ai.provider-unavailable", Kind.UNAVAILABLE, "No provider answers");

    private final Definition definition;

    AiProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
