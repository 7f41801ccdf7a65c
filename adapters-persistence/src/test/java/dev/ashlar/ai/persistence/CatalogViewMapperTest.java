// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleCatalog.LATER;
import static dev.ashlar.ai.domain.SampleCatalog.NOW;
import static dev.ashlar.ai.domain.SampleCatalog.SEALED;
import static dev.ashlar.ai.domain.SampleCatalog.factory;
import static dev.ashlar.ai.domain.SampleCatalog.llm;
import static dev.ashlar.ai.domain.SampleCatalog.provider;
import static dev.ashlar.ai.domain.SampleCatalog.rows;
import static dev.ashlar.ai.domain.SampleCatalog.serving;
import static dev.ashlar.ai.domain.SampleCatalog.unique;
import static dev.ashlar.ai.domain.SampleCatalog.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.AiProviderView;
import dev.ashlar.ai.application.AiProviderViews;
import dev.ashlar.ai.application.LlmPriceView;
import dev.ashlar.ai.application.LlmRow;
import dev.ashlar.ai.application.LlmViews;
import dev.ashlar.ai.application.ServedLlm;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.Llm;
import dev.ashlar.ai.domain.Llms;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
@Kills(mutant = "index ix_llm_prices_llm_id", test = "readsPricesOfAModelInTheirOrder")
class CatalogViewMapperTest {
    private final Llms llms;
    private final LlmViews views;
    private final AiProviders providers;
    private final AiProviderViews providerViews;
    private final JdbcClient jdbc;

    @Autowired
    CatalogViewMapperTest(
            Llms llms, LlmViews views, AiProviders providers, AiProviderViews providerViews, JdbcClient jdbc) {
        this.llms = llms;
        this.views = views;
        this.providers = providers;
        this.providerViews = providerViews;
        this.jdbc = jdbc;
    }

    @Test
    void listsModelsFromTheKeyOn() {
        var first = stored("first");
        var second = stored("second");
        assertThat(views.models(null, 9)).extracting(LlmRow::id).containsExactly(first.id(), second.id());
        assertThat(views.models(null, 1)).extracting(LlmRow::id).containsExactly(first.id());
        assertThat(views.models(first.id().value(), 9)).extracting(LlmRow::id).containsExactly(second.id());
        assertThat(views.model(first.id())).hasValueSatisfying(row -> {
            assertThat(row.factory()).isEqualTo("maker");
            assertThat(row).usingRecursiveComparison().ignoringFields("factory").isEqualTo(first);
        });
    }

    @Test
    void listsPricesLatestStartFirst() {
        var model = priced("listed");
        priced("other");
        var all = views.prices(model.id(), null, 9);
        assertThat(all).extracting(LlmPriceView::validFrom).containsExactly(LATER, LATER, NOW, NOW);
        assertThat(all.getFirst().validUntil()).isNull();
        assertThat(all.getLast().validUntil()).isEqualTo(LATER);
        assertThat(all.getFirst().usdPerMillion()).isEqualByComparingTo("4");
        var second = all.get(1);
        assertThat(views.prices(
                        model.id(),
                        new Cursor.Place(second.validFrom(), second.id().value()),
                        9))
                .containsExactly(all.get(2), all.get(3));
        var first = all.getFirst();
        assertThat(views.prices(
                        model.id(),
                        new Cursor.Place(first.validFrom(), first.id().value()),
                        1))
                .containsExactly(second);
    }

    @Test
    void readsPricesOfAModelInTheirOrder() {
        QueryPlans.assertIndex(
                jdbc,
                "ai.llm_prices WHERE llm_id = ID AND (lower(valid), id) < (now(), ID)"
                        + " ORDER BY lower(valid) DESC, id DESC LIMIT 9",
                "ix_llm_prices_llm_id");
    }

    @Test
    void returnsThePricesOfATime() {
        var model = priced("now");
        var other = priced("too");
        var ids = List.of(model.id(), other.id());
        assertThat(views.pricesAt(ids, NOW))
                .hasSize(4)
                .allSatisfy(price -> assertThat(price.price().validUntil()).isEqualTo(LATER));
        assertThat(views.pricesAt(List.of(other.id()), LATER))
                .extracting(price -> price.price().usdPerMillion().intValueExact())
                .containsExactly(3, 4);
        assertThat(views.pricesAt(ids, NOW.minusSeconds(1))).isEmpty();
        assertThat(views.pricesAt(List.of(), NOW)).isEmpty();
    }

    @Test
    void listsModelsThatCanBeCalledByName() {
        var zebra = stored("zebra");
        var adder = stored("adder");
        var resting = stored("resting");
        llms.update(resting.edited(new Llm.Edit(Change.keep(), Change.keep(), Change.to(false)), NOW), 0);
        assertThat(views.served(9)).isEmpty();

        var provider = provider(unique("Some"), 1, serving(zebra.name(), adder.name(), resting.name()));
        providers.insert(provider, SEALED);
        stored("elsewhere");
        assertThat(views.served(9)).extracting(ServedLlm::name).containsExactly(adder.name(), zebra.name());
        assertThat(views.served(1)).extracting(ServedLlm::factory).containsExactly("maker");

        providers.delete(provider.id(), 0, NOW);
        assertThat(views.served(9)).isEmpty();
        providers.insert(provider(unique("All")), SEALED);
        assertThat(views.served(9)).hasSize(3);
    }

    @Test
    void listsProvidersFromTheKeyOn() {
        var first = provider(unique("First"), 3, serving("small"));
        var gone = provider(unique("Gone"));
        var second = provider(unique("Second"));
        List.of(first, gone, second).forEach(provider -> providers.insert(provider, SEALED));
        providers.delete(gone.id(), 0, LATER);
        assertThat(providerViews.providers(null, 9))
                .extracting(AiProviderView::id)
                .containsExactly(first.id(), second.id());
        assertThat(providerViews.providers(first.id().value(), 9))
                .extracting(AiProviderView::id)
                .containsExactly(second.id());
        assertThat(providerViews.providers(null, 1))
                .singleElement()
                .satisfies(view -> assertThat(view).usingRecursiveComparison().isEqualTo(first));
    }

    private Llm priced(String name) {
        var model = stored(name);
        llms.addPrices(model.id(), rows(usd("1", "2")), NOW, NOW);
        llms.endPrices(model.id(), LATER, NOW);
        llms.addPrices(model.id(), rows(usd("3", "4")), LATER, NOW);
        return model;
    }

    private Llm stored(String name) {
        var model = llm(llms.ensureFactory(factory("maker")), unique(name));
        llms.insert(model);
        return model;
    }
}
