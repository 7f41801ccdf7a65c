// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static dev.ashlar.ai.domain.SampleCatalog.LATER;
import static dev.ashlar.ai.domain.SampleCatalog.NOW;
import static dev.ashlar.ai.domain.SampleCatalog.SEALED;
import static dev.ashlar.ai.domain.SampleCatalog.factory;
import static dev.ashlar.ai.domain.SampleCatalog.llm;
import static dev.ashlar.ai.domain.SampleCatalog.provider;
import static dev.ashlar.ai.domain.SampleCatalog.serving;
import static dev.ashlar.ai.domain.SampleCatalog.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Change;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link AiProviders}. */
public abstract class AiProvidersContract {
    private static final SealedSecret ANOTHER = new SealedSecret("YW5vdGhlcg==", "99999999");

    protected abstract AiProviders providers();

    protected abstract Llms llms();

    @Test
    void storesEveryField() {
        var provider = stored(provider(unique("Whole"), 7, serving("small", "large")));
        assertThat(providers().find(provider.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(provider);
        assertThat(providers().secretOf(provider.id())).contains(SEALED);
        assertThat(providers().find(provider("None").id())).isEmpty();
        assertThat(providers().secretOf(provider("None").id())).isEmpty();
    }

    @Test
    void storesAProviderWithoutASecret() {
        var open = provider(unique("Open"));
        var endpoint = new ProviderEndpoint(
                ProviderType.AZURE,
                "https://azure.example",
                AuthType.NONE,
                false,
                new ProviderSettings(List.of(), "2024-10-21", new ProviderTimeouts(100, 200, 300)));
        var provider = new AiProvider(
                open.id(), open.name(), endpoint, open.policy(), open.rank(), open.createdAt(), open.updatedAt(), 0);
        providers().insert(provider, null);
        assertThat(providers().find(provider.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(provider);
        assertThat(providers().secretOf(provider.id())).isEmpty();
    }

    @Test
    void refusesATakenNameInWhateverCase() {
        var name = unique("Taken");
        stored(provider(name));
        assertThatThrownBy(() -> stored(provider(name.toUpperCase(Locale.ROOT))))
                .hasMessageContaining("uq_ai_providers_name");
    }

    @Test
    void freesTheNameOfADeletedProvider() {
        var name = unique("Freed");
        var provider = stored(provider(name));
        assertThat(providers().delete(provider.id(), 0, LATER)).isTrue();
        assertThat(stored(provider(name)).name()).isEqualTo(name);
    }

    @Test
    void returnsActiveProvidersOfAModelInTheOrderOfTheirCalls() {
        var model = model();
        var last = stored(provider(unique("Last"), 9, serving(model)));
        var first = stored(provider(unique("First"), 1, serving("other", model)));
        var second = stored(provider(unique("Second"), 1, serving(model)));
        stored(provider(unique("Elsewhere"), 0, serving("other")));
        var resting = stored(provider(unique("Resting"), 0, serving(model)));
        providers().update(resting.edited(activity(false), LATER), null, 0);
        var deleted = stored(provider(unique("Deleted"), 0, serving(model)));
        providers().delete(deleted.id(), 0, LATER);

        assertCandidates(model, first, second, last);
        assertThat(providers().makeDefault(last.id(), LATER)).isTrue();
        assertCandidates(model, last, first, second);
    }

    @Test
    void returnsActiveProvidersInTheOrderOfTheirCalls() {
        var later = stored(provider(unique("Later"), 1, serving("a")));
        var first = stored(provider(unique("First"), 0, serving("b")));
        var resting = stored(provider(unique("Resting"), 0, serving("a")));
        providers().update(resting.edited(activity(false), LATER), null, 0);
        var deleted = stored(provider(unique("Deleted"), 0, serving("a")));
        providers().delete(deleted.id(), 0, LATER);
        assertThat(providers().active())
                .extracting(AiProvider::id)
                .containsSubsequence(first.id(), later.id())
                .doesNotContain(resting.id(), deleted.id())
                .hasSizeLessThanOrEqualTo(AiProviders.MAX_CANDIDATES);
    }

    @Test
    void servesEveryModelWithoutAListOfThem() {
        var provider = stored(provider(unique("All")));
        assertThat(providers().candidates(model()))
                .extracting(candidate -> candidate.provider().id())
                .contains(provider.id());
    }

    @Test
    void returnsNoProviderOfAModelThatIsUnknownOrOutOfUse() {
        var model = model();
        var provider = stored(provider(unique("Serving"), 1, serving(model, model.toUpperCase(Locale.ROOT))));
        assertThat(providers().candidates(model))
                .filteredOn(candidate -> candidate.provider().id().equals(provider.id()))
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.limits())
                        .isEqualTo(llms().findByName(model).orElseThrow().limits()));
        assertThat(providers().candidates(model.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(providers().candidates(unique("unknown"))).isEmpty();
        var llm = llms().findByName(model).orElseThrow();
        llms().update(llm.edited(new Llm.Edit(Change.keep(), Change.keep(), Change.to(false)), LATER), 0);
        assertThat(providers().candidates(model)).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var provider = stored(provider(unique("Edited")));
        var edited = provider.edited(
                new AiProvider.Edit(
                        Change.to(unique("Renamed")),
                        Change.to("https://llm.example/v2"),
                        Change.to(serving("only")),
                        Change.to(ContentPolicy.FULL),
                        Change.to(UnpricedCalls.STORE),
                        Change.to(3),
                        Change.to(false),
                        null),
                LATER);
        assertThat(providers().update(edited, null, 1)).isFalse();
        assertThat(providers().update(edited, null, 0)).isTrue();
        assertThat(providers().update(edited, ANOTHER, 0)).isFalse();
        assertThat(providers().find(provider.id())).hasValueSatisfying(found -> {
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(edited);
            assertThat(found.version()).isEqualTo(1);
        });
        assertThat(providers().secretOf(provider.id())).contains(SEALED);
        assertThat(providers().update(edited, ANOTHER, 1)).isTrue();
        assertThat(providers().secretOf(provider.id())).contains(ANOTHER);
    }

    @Test
    void hasOneDefault() {
        var first = stored(provider(unique("First")));
        var second = stored(provider(unique("Second")));
        assertThat(providers().makeDefault(first.id(), LATER)).isTrue();
        assertThat(providers().makeDefault(second.id(), LATER)).isTrue();
        assertThat(found(first)).satisfies(former -> {
            assertThat(former.rank().isDefault()).isFalse();
            assertThat(former.version()).isEqualTo(2);
            assertThat(former.updatedAt()).isEqualTo(LATER);
        });
        assertThat(found(second).rank().isDefault()).isTrue();
        assertThat(providers().update(found(second).edited(activity(false), LATER), null, 1))
                .isTrue();
        assertThat(found(second).rank()).isEqualTo(new ProviderRank(100, false, false));
        assertThat(providers().makeDefault(second.id(), LATER)).isFalse();
        assertThat(providers().makeDefault(provider("None").id(), LATER)).isFalse();
    }

    @Test
    void deletesTheVersionThatWasReadWithItsSecret() {
        var provider = stored(provider(unique("Gone")));
        providers().makeDefault(provider.id(), LATER);
        assertThat(providers().delete(provider.id(), 0, LATER)).isFalse();
        assertThat(providers().delete(provider.id(), 1, LATER)).isTrue();
        assertThat(providers().delete(provider.id(), 2, LATER)).isFalse();
        assertThat(providers().find(provider.id())).isEmpty();
        assertThat(providers().secretOf(provider.id())).isEmpty();
        assertThat(providers().update(provider, ANOTHER, 2)).isFalse();
        assertThat(providers().makeDefault(provider.id(), LATER)).isFalse();
    }

    @Test
    void restoresADeletedProviderOutOfUse() {
        var provider = stored(provider(unique("Back")));
        assertThat(providers().restore(provider.id(), LATER)).isFalse();
        providers().delete(provider.id(), 0, NOW);
        assertThat(providers().restore(provider.id(), LATER)).isTrue();
        assertThat(found(provider)).satisfies(restored -> {
            assertThat(restored.rank()).isEqualTo(new ProviderRank(100, false, false));
            assertThat(restored.endpoint().hasSecret()).isFalse();
            assertThat(restored.updatedAt()).isEqualTo(LATER);
            assertThat(restored.version()).isEqualTo(2);
        });
        assertThat(providers().secretOf(provider.id())).isEmpty();
    }

    @Test
    void replacesASecretThatIsStillTheSame() {
        var provider = stored(provider(unique("Rotated")));
        var key = unique("key").substring(0, 30);
        var sealed = new SealedSecret("b25jZQ==", key);
        assertThat(providers().update(provider, sealed, 0)).isTrue();
        assertThat(providers().sealedUnder(List.of(key, "none"), null, 9)).containsExactly(provider.id());
        assertThat(providers().sealedUnder(List.of(key), provider.id(), 9)).isEmpty();
        assertThat(providers().sealedUnder(List.of("none"), null, 9)).isEmpty();
        assertThat(providers().reseal(provider.id(), SEALED, ANOTHER, LATER)).isFalse();
        assertThat(providers().reseal(provider.id(), sealed, ANOTHER, LATER)).isTrue();
        assertThat(providers().secretOf(provider.id())).contains(ANOTHER);
        assertThat(providers().sealedUnder(List.of(key), null, 9)).isEmpty();
        assertThat(found(provider).version()).isEqualTo(1);
    }

    private void assertCandidates(String model, AiProvider... expected) {
        assertThat(providers().candidates(model))
                .extracting(ChatCandidate::provider)
                .filteredOn(provider -> !provider.endpoint().settings().models().isEmpty())
                .extracting(AiProvider::id)
                .containsExactlyElementsOf(
                        List.of(expected).stream().map(AiProvider::id).toList());
    }

    /** Stores a model and returns its name. */
    private String model() {
        var llm = llm(llms().ensureFactory(factory("maker")), unique("model"));
        llms().insert(llm);
        return llm.name();
    }

    private AiProvider found(AiProvider provider) {
        return providers().find(provider.id()).orElseThrow();
    }

    private AiProvider stored(AiProvider provider) {
        return stored(provider, SEALED);
    }

    private AiProvider stored(AiProvider provider, @Nullable SealedSecret secret) {
        providers().insert(provider, secret);
        return provider;
    }

    private static AiProvider.Edit activity(boolean active) {
        return new AiProvider.Edit(
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.to(active),
                null);
    }
}
