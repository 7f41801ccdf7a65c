// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static dev.ashlar.ai.domain.SampleCatalog.LATER;
import static dev.ashlar.ai.domain.SampleCatalog.NOW;
import static dev.ashlar.ai.domain.SampleCatalog.factory;
import static dev.ashlar.ai.domain.SampleCatalog.llm;
import static dev.ashlar.ai.domain.SampleCatalog.rows;
import static dev.ashlar.ai.domain.SampleCatalog.unique;
import static dev.ashlar.ai.domain.SampleCatalog.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Change;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Llms} and {@link Prices}. */
public abstract class LlmsContract {
    private static final Instant LAST = LATER.plus(Duration.ofDays(30));

    protected abstract Llms llms();

    protected abstract Prices prices();

    @Test
    void storesEveryField() {
        var llm = stored("gpt-small");
        assertThat(llms().find(llm.id())).get().usingRecursiveComparison().isEqualTo(llm);
        assertThat(llms().findByName(llm.name())).contains(llm);
        assertThat(llms().findByName(llm.name().toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(llms().find(llm(llm.factoryId(), unique("none")).id())).isEmpty();
    }

    @Test
    void storesAMakerOnce() {
        var maker = factory("maker");
        var first = llms().ensureFactory(maker);
        assertThat(first).isEqualTo(maker.id());
        assertThat(llms().ensureFactory(factory("maker"))).isEqualTo(first);
        assertThat(llms().ensureFactory(factory("another-maker"))).isNotEqualTo(first);
    }

    @Test
    void refusesATakenNameInWhateverCase() {
        var llm = stored("taken");
        assertThatThrownBy(() -> llms().insert(llm(llm.factoryId(), llm.name().replace("taken", "Taken"))))
                .hasMessageContaining("uq_llms_name");
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var llm = stored("edited");
        var edited = llm.edited(new Llm.Edit(Change.to(64_000), Change.to(4_096), Change.to(false)), LATER);
        assertThat(llms().update(edited, 1)).isFalse();
        assertThat(llms().update(edited, 0)).isTrue();
        assertThat(llms().update(edited, 0)).isFalse();
        assertThat(llms().find(llm.id()))
                .hasValueSatisfying(found -> assertThat(found)
                        .usingRecursiveComparison()
                        .ignoringFields("version")
                        .isEqualTo(edited));
        assertThat(llms().find(llm.id())).get().extracting(Llm::version).isEqualTo(1);
    }

    @Test
    void pricesCallsByTheirTime() {
        var llm = stored("priced");
        assertThat(llms().hasPrices(llm.id())).isFalse();
        llms().addPrices(llm.id(), rows(usd("1", "2")), NOW, NOW);
        llms().endPrices(llm.id(), LATER, NOW);
        llms().addPrices(llm.id(), rows(usd("0.000001", "1000000")), LATER, NOW);

        assertThat(llms().hasPrices(llm.id())).isTrue();
        var all = prices().of(List.of(llm.name(), "unknown"), NOW.minusSeconds(1), LAST);
        assertThat(all.at(llm.name(), NOW.minusSeconds(1))).isEmpty();
        assertPrompt(all, llm, NOW, "1");
        assertPrompt(all, llm, LATER.minusNanos(1_000), "1");
        assertPrompt(all, llm, LATER, "0.000001");
        assertPrompt(all, llm, LAST, "0.000001");
        assertThat(all.at("unknown", NOW)).isEmpty();
    }

    /** Both ends are included, so that a batch of one call is enough. */
    @Test
    void returnsOnlyPricesOfTheTime() {
        var llm = stored("bounded");
        llms().addPrices(llm.id(), rows(usd("1", "2")), NOW, NOW);
        llms().endPrices(llm.id(), LATER, NOW);

        assertThat(prices().of(List.of(llm.name()), NOW.minusSeconds(9), NOW.minusSeconds(1))
                        .entries())
                .isEmpty();
        assertThat(prices().of(List.of(llm.name()), NOW.minusSeconds(9), NOW).entries())
                .hasSize(1);
        assertThat(prices().of(List.of(llm.name()), NOW, NOW).entries()).hasSize(1);
        assertThat(prices().of(List.of(llm.name()), LATER, LAST).entries()).isEmpty();
        assertThat(prices().of(List.of(), NOW, LAST).entries()).isEmpty();
        assertThat(prices().of(List.of(llm.name(), llm.name()), NOW, NOW).entries())
                .hasSize(1);
    }

    @Test
    void keepsThePriceOfEachKindOfTokens() {
        var llm = stored("kinds");
        var four = new ModelPrices(Map.of(
                UsageType.PROMPT,
                new BigDecimal("2.5"),
                UsageType.CACHED_PROMPT,
                new BigDecimal("1.25"),
                UsageType.COMPLETION,
                BigDecimal.TEN,
                UsageType.REASONING,
                BigDecimal.ZERO));
        llms().addPrices(llm.id(), rows(four), NOW, NOW);
        var usage = new TokenUsage(3_000_000, 2_000_000, 1_000_000, 1_000_000, UsageSource.PROVIDER);

        var found =
                prices().of(List.of(llm.name()), NOW, NOW).at(llm.name(), NOW).orElseThrow();

        assertThat(found.costOf(usage)).isEqualByComparingTo("16.25");
    }

    @Test
    void replacesPricesThatAreStillToCome() {
        var llm = stored("replaced");
        var other = stored("untouched");
        for (var model : List.of(llm, other)) {
            llms().addPrices(model.id(), rows(usd("1", "1")), NOW, NOW);
            llms().endPrices(model.id(), LAST, NOW);
            llms().addPrices(model.id(), rows(usd("9", "9")), LAST, NOW);
        }
        llms().endPrices(llm.id(), LATER, NOW);
        llms().addPrices(llm.id(), rows(usd("3", "3")), LATER, NOW);

        var all = prices().of(List.of(llm.name(), other.name()), NOW, LAST);
        assertPrompt(all, llm, NOW, "1");
        assertPrompt(all, llm, LATER, "3");
        assertPrompt(all, llm, LAST, "3");
        assertPrompt(all, other, LATER, "1");
        assertPrompt(all, other, LAST, "9");
    }

    @Test
    void replacesPricesThatBeginAtTheSameTime() {
        var llm = stored("again");
        llms().addPrices(llm.id(), rows(usd("1", "1")), NOW, NOW);
        llms().endPrices(llm.id(), NOW, NOW);
        assertThat(llms().hasPrices(llm.id())).isFalse();
    }

    private static void assertPrompt(PriceList all, Llm llm, Instant at, String price) {
        assertThat(all.at(llm.name(), at))
                .hasValueSatisfying(
                        found -> assertThat(found.price(UsageType.PROMPT)).isEqualByComparingTo(price));
    }

    private Llm stored(String name) {
        var llm = llm(llms().ensureFactory(factory("maker")), unique(name));
        llms().insert(llm);
        return llm;
    }
}
