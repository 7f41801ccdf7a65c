package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.LlmId;

/** Price of a model. */
public record ValidPrice(LlmId llmId, LlmPriceView price) {}
