// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.LlmViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link LlmViews} in {@code ai.llms} and {@code ai.llm_prices}. */
@Mapper
interface LlmViewMapper extends LlmViews {}
