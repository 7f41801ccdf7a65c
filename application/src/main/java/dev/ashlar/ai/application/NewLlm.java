// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.LlmLimits;

/**
 * Language model to add.
 *
 * @param factory name of its maker, which is added if it is new
 */
public record NewLlm(String factory, String name, LlmLimits limits) {}
