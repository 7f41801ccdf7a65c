// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.LlmFactory;
import dev.ashlar.ai.domain.LlmFactoryId;
import dev.ashlar.ai.domain.Llms;
import org.apache.ibatis.annotations.Mapper;

/** {@link Llms} in {@code ai.llms}, {@code ai.llm_factories} and {@code ai.llm_prices}. */
@Mapper
interface LlmMapper extends Llms {
    @Override
    default LlmFactoryId ensureFactory(LlmFactory wanted) {
        insertFactory(wanted);
        return factory(wanted.name());
    }

    void insertFactory(LlmFactory wanted);

    LlmFactoryId factory(String name);
}
