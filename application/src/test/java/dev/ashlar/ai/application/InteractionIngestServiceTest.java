// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.SUCCESS;
import static dev.ashlar.ai.domain.SampleInteractions.idAt;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.newProvider;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.ContentPolicies;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.InMemoryInteractions;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionRetention;
import dev.ashlar.ai.domain.PriceList;
import dev.ashlar.ai.domain.Prices;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.DomainException.FieldError;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InteractionIngestServiceTest {
    private final Actor student = new Actor(user(), Role.STUDENT, "mentor");
    private final Actor admin = new Actor(user(), Role.ADMIN, "mentor");
    private final AiProviderId provider = newProvider();
    private final InMemoryInteractions stored = new InMemoryInteractions();
    private final Prices prices = mock();
    private final ContentPolicies policies = mock();
    private final InteractionViews views = mock();
    private final InteractionRecorder recorder =
            new InteractionRecorder(prices, policies, stored, mock(DirtyHours.class), mock(Budgets.class));
    private final InteractionIngestService ingest =
            new InteractionIngestService(recorder, views, new InteractionRetention(13), () -> NOW);

    @BeforeEach
    void know() {
        given(prices.of(any(), any(), any())).willReturn(new PriceList(List.of()));
        given(policies.of(any())).willReturn(List.of(new ContentPolicies.Entry(provider, ContentPolicy.NONE)));
        given(views.interaction(any(), any()))
                .willAnswer(asked -> stored.find(asked.getArgument(1))
                        .filter(call -> asked.getArgument(0) == null
                                || asked.getArgument(0).equals(call.origin().userId()))
                        .map(InteractionIngestServiceTest::details));
    }

    @Test
    void storesAnInteractionOnce() {
        var call = call(student, NOW);
        assertThat(ingest.ingest(student, call)).isEqualTo(new IngestedInteraction(details(call), true));
        assertThat(ingest.ingest(student, call)).isEqualTo(new IngestedInteraction(details(call), false));
    }

    @Test
    void readsThePoliciesOfItsProvidersOnce() {
        ingest.ingestAll(student, List.of(call(student, NOW), call(student, NOW)));
        then(policies).should().of(List.of(provider));
        then(policies).shouldHaveNoMoreInteractions();
    }

    @Test
    void refusesTheIdOfAnInteractionOfAnotherUser() {
        var call = call(student, NOW);
        ingest.ingest(student, call);
        var other = new Actor(user(), Role.STUDENT, "mentor");
        var same = interaction(call.id(), origin(provider, other.userId()), call.result());
        refused(() -> ingest.ingest(other, same)).extracting("type").isEqualTo(AiProblem.INTERACTION_ID_TAKEN);
        assertThat(ingest.ingest(admin, same).isNew()).isFalse();
    }

    @Test
    void storesInteractionsOfOtherUsersForAdministratorsOnly() {
        var foreign = call(admin, NOW);
        refused(() -> ingest.ingest(student, foreign)).extracting("type").isEqualTo(KernelProblem.FORBIDDEN);
        refused(() -> ingest.ingestAll(student, List.of(call(student, NOW), foreign)))
                .extracting("type")
                .isEqualTo(KernelProblem.FORBIDDEN);
        assertThat(stored.all()).isEmpty();
        assertThat(ingest.ingestAll(admin, List.of(call(student, NOW), foreign)))
                .isEqualTo(new IngestedInteractions(2, 0));
    }

    @Test
    void storesCallsFromTheRetentionToFiveMinutesAhead() {
        var latest = NOW.plus(Duration.ofMinutes(5));
        var earliest = Instant.parse("2025-10-15T12:00:00Z");
        assertThat(ingest.ingestAll(student, List.of(call(student, latest), call(student, earliest)))
                        .stored())
                .isEqualTo(2);
        for (var time : List.of(latest.plusMillis(1), earliest.minusMillis(1))) {
            refused(() -> ingest.ingest(student, call(student, time)))
                    .extracting("errors")
                    .isEqualTo(List.of(new FieldError(
                            "/id",
                            "must have the time of the call, from 2025-10-15T12:00:00Z to five minutes from now")));
        }
    }

    /** A client could report a running call as one that costs nothing; the call itself would then meet a known id. */
    @Test
    void refusesIdsOfCallsThroughAshlar() {
        var id = InteractionId.ofCallThroughAshlar(idAt(NOW).value());
        var running = interaction(id, origin(provider, student.userId()), SUCCESS);
        refused(() -> ingest.ingest(student, running)).extracting("type").isEqualTo(KernelProblem.INVALID_REQUEST);
        refused(() -> ingest.ingestAll(admin, List.of(running)))
                .satisfies(refusal -> assertThat(((DomainException) refusal).errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/1/id"));
        assertThat(stored.all()).isEmpty();
    }

    @Test
    void refusesUnknownProviders() {
        var call = interaction(origin(newProvider(), student.userId()), NOW);
        refused(() -> ingest.ingest(student, call)).extracting("type").isEqualTo(AiProblem.PROVIDER_NOT_FOUND);
    }

    @Test
    void countsKnownInteractionsOfABatch() {
        var first = call(student, NOW);
        var second = call(student, NOW);
        ingest.ingest(student, first);
        assertThat(ingest.ingestAll(student, List.of(first, second, second))).isEqualTo(new IngestedInteractions(1, 2));
    }

    @Test
    void storesNothingIfALineIsRefusedAndNamesTheLines() {
        var good = call(student, NOW);
        var late = call(student, NOW.plusSeconds(301));
        var unknown = interaction(origin(newProvider(), student.userId()), NOW);
        refused(() -> ingest.ingestAll(student, List.of(good, late, unknown)))
                .hasMessageStartingWith("Nothing is stored, because 2 lines are not valid.")
                .satisfies(refusal -> assertThat(((DomainException) refusal).errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/2/id", "/3/origin/providerId"));
        assertThat(stored.all()).isEmpty();
        var many = Stream.generate(() -> late).limit(30).toList();
        refused(() -> ingest.ingestAll(student, many)).hasMessageContaining("at least 20 lines");
    }

    private Interaction call(Actor actor, Instant time) {
        return interaction(origin(provider, actor.userId()), time);
    }

    private static InteractionDetails details(Interaction call) {
        var view = new InteractionView(
                call.id(), call.origin(), call.result(), call.usage(), null, null, call.createdAt(), call.createdAt());
        return new InteractionDetails(view, null, null);
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(DomainException.class);
    }
}
