// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

/**
 * Provider that may complete a chat.
 *
 * @param limits limits of the model that is asked for
 */
public record ChatCandidate(AiProvider provider, LlmLimits limits) {}
