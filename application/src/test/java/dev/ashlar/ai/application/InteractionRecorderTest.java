// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleInteractions.MODEL;
import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.newProvider;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static dev.ashlar.ai.domain.SampleInteractions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.ContentPolicies;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.InMemoryInteractions;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.PriceList;
import dev.ashlar.ai.domain.Prices;
import dev.ashlar.ai.domain.UsageType;
import dev.ashlar.kernel.InstantRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionRecorderTest {
    /** Cost of the sample usage: 900 + 100 prompt tokens at 1, 200 completion tokens at 2 dollars for a million. */
    private static final BigDecimal COST = new BigDecimal("0.00140000");

    private final InteractionOrigin origin = origin(newProvider(), user());
    private final InMemoryInteractions stored = new InMemoryInteractions();
    private final Prices prices = mock();
    private final ContentPolicies policies = mock();
    private final DirtyHours dirtyHours = mock();
    private final Budgets budgets = mock();
    private final InteractionRecorder recorder = new InteractionRecorder(prices, policies, stored, dirtyHours, budgets);

    @BeforeEach
    void price() {
        var perMillion =
                new ModelPrices(Map.of(UsageType.PROMPT, BigDecimal.ONE, UsageType.COMPLETION, BigDecimal.TWO));
        var entry = new PriceList.Entry(MODEL, new InstantRange(NOW, NOW.plusSeconds(60)), perMillion);
        given(prices.of(any(), any(), any())).willReturn(new PriceList(List.of(entry)));
    }

    @Test
    void storesNewInteractionsWithTheirCosts() {
        var known = interaction(origin, NOW.plusSeconds(1));
        recorder.record(List.of(known));
        var first = interaction(origin, NOW.plusSeconds(2));
        var unpriced = interaction(origin, NOW.minusMillis(1));
        assertThat(recorder.record(List.of(first, known, unpriced))).containsOnly(first.id(), unpriced.id());
        then(prices).should().of(List.of(MODEL), unpriced.createdAt(), first.createdAt());
        then(dirtyHours).should().mark(List.of(first.createdAt(), unpriced.createdAt()));
        assertThat(find(first.id()).costUsd()).isEqualTo(COST);
        assertThat(find(unpriced.id()).costUsd()).isNull();
        then(budgets).should().charge(List.of(find(first.id()), find(unpriced.id())));
    }

    @Test
    void storesTheFirstOfInteractionsWithOneId() {
        var first = interaction(origin, NOW);
        var second = interaction(first.id(), origin(newProvider(), user()), first.result());
        assertThat(recorder.record(List.of(first, second))).containsOnly(first.id());
        assertThat(find(first.id()).origin()).isEqualTo(origin);
        then(budgets).should().charge(List.of(find(first.id())));
    }

    @Test
    void chargesNothingForKnownInteractions() {
        var call = interaction(origin, NOW);
        recorder.record(List.of(call));
        assertThat(recorder.record(List.of(call))).isEmpty();
        assertThat(recorder.record(List.of())).isEmpty();
        then(budgets).should().charge(any());
        then(dirtyHours).should().mark(any());
    }

    @Test
    void keepsContentsAsThePolicyOfTheProviderAllows() {
        var call = with(interaction(origin, NOW), "{\"role\": \"user\", \"content\": \"Hi\"}", "[\"Hello\"]");
        recorder.record(List.of(call));
        assertThat(find(call.id()))
                .extracting(Interaction::request, Interaction::response)
                .containsOnlyNulls();
        policy(ContentPolicy.METADATA);
        var measured = with(interaction(origin, NOW), call.request(), call.response());
        recorder.record(List.of(measured));
        assertThat(find(measured.id()).request()).isEqualTo("{\"role\": \"user\", \"content\": 2}");
        assertThat(find(measured.id()).response()).isEqualTo("[5]");
        policy(ContentPolicy.FULL);
        var whole = with(interaction(origin, NOW), call.request(), call.response());
        recorder.record(List.of(whole));
        assertThat(find(whole.id()).request()).isEqualTo(call.request());
        policy(ContentPolicy.NONE);
        var none = with(interaction(origin, NOW), call.request(), call.response());
        recorder.record(List.of(none));
        assertThat(find(none.id()).response()).isNull();
    }

    @Test
    void chargesCallsOfErasedUsersWhoseContentsAreNotStored() {
        policy(ContentPolicy.FULL);
        stored.markErased(origin.userId(), NOW);
        var call = with(interaction(origin, NOW), "{}", "{}");
        recorder.record(List.of(call));
        assertThat(find(call.id()))
                .isEqualTo(new Interaction(call.id(), origin, call.result(), call.usage(), COST, null, null));
        then(budgets).should().charge(any());
    }

    private void policy(ContentPolicy policy) {
        given(policies.of(List.of(origin.providerId())))
                .willReturn(List.of(new ContentPolicies.Entry(origin.providerId(), policy)));
    }

    private Interaction find(InteractionId id) {
        return stored.find(id).orElseThrow();
    }
}
