// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.InstantRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListTest {
    private static final String MODEL = "model";

    @Test
    void cutsTheTimeWhereOneOfThePricesChanges() {
        var list = PriceList.of(List.of(
                price(UsageType.PROMPT, 1, 0, 10),
                price(UsageType.PROMPT, 2, 10, null),
                price(UsageType.COMPLETION, 5, 5, null)));

        assertThat(list.at(MODEL, at(4))).isEmpty();
        assertThat(list.at(MODEL, at(5))).hasValue(prices(1, 5));
        assertThat(list.at(MODEL, at(9))).hasValue(prices(1, 5));
        assertThat(list.at(MODEL, at(10))).hasValue(prices(2, 5));
        assertThat(list.at(MODEL, at(1_000))).hasValue(prices(2, 5));
        assertThat(list.at("other", at(5))).isEmpty();
    }

    /** Whatever the prices are, a time has exactly those whose ranges contain it. */
    @Property
    void pricesEachTimeByTheRangesThatContainIt(
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 20) Integer> changes,
            @ForAll @IntRange(min = 0, max = 21) int time) {
        var starts = changes.stream().distinct().sorted().toList();
        var rows = new ArrayList<LlmPrice>();
        for (int i = 0; i < starts.size(); i++) {
            @Nullable Integer until = i + 1 < starts.size() ? starts.get(i + 1) : null;
            rows.add(price(UsageType.PROMPT, i, starts.get(i), until));
        }
        rows.add(price(UsageType.COMPLETION, 7, 0, null));

        var expected = rows.stream()
                .filter(row ->
                        row.usageType() == UsageType.PROMPT && row.valid().contains(at(time)))
                .map(row -> prices(row.usdPerMillion().intValueExact(), 7))
                .findFirst();

        assertThat(PriceList.of(rows).at(MODEL, at(time))).isEqualTo(expected);
    }

    private static ModelPrices prices(int prompt, int completion) {
        return SampleCatalog.usd(Integer.toString(prompt), Integer.toString(completion));
    }

    private static LlmPrice price(UsageType type, int usd, int from, @Nullable Integer until) {
        return new LlmPrice(
                MODEL, type, BigDecimal.valueOf(usd), new InstantRange(at(from), until == null ? null : at(until)));
    }

    private static Instant at(int second) {
        return SampleCatalog.NOW.plusSeconds(second);
    }
}
