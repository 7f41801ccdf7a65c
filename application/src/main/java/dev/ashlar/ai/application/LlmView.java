// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Flat;
import java.util.List;

/**
 * Language model as it is read.
 *
 * @param prices prices that are valid now; none if calls have no cost yet
 */
public record LlmView(@Flat LlmRow model, List<LlmPriceView> prices) {}
