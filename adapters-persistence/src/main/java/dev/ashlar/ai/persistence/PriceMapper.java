// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.LlmPrice;
import dev.ashlar.ai.domain.PriceList;
import dev.ashlar.ai.domain.Prices;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** {@link Prices} in {@code ai.llm_prices}. */
@Mapper
interface PriceMapper extends Prices {
    @Override
    default PriceList of(Collection<String> models, Instant from, Instant to) {
        return PriceList.of(between(models.stream().distinct().toList(), from, to));
    }

    List<LlmPrice> between(List<String> models, Instant from, Instant to);
}
