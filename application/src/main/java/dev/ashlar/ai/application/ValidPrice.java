// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.LlmId;

/** Price of a model. */
public record ValidPrice(LlmId llmId, LlmPriceView price) {}
