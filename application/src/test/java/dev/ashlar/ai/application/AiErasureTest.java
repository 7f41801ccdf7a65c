// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.newProvider;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static dev.ashlar.ai.domain.SampleInteractions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import dev.ashlar.ai.domain.InMemoryBudgets;
import dev.ashlar.ai.domain.InMemoryInteractions;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AiErasureTest {
    private final InMemoryInteractions interactions = new InMemoryInteractions();
    private final InMemoryBudgets budgets = new InMemoryBudgets();
    private final People people = mock();
    private final AiErasureService steps = new AiErasureService(interactions, budgets, () -> NOW);
    private final AiErasure erasure = new AiErasure(steps, people);

    @Test
    void erasesBudgetsAndContentsOfOnePerson() {
        var person = user();
        var other = user();
        var call = stored(person);
        var kept = stored(other);
        var budget = SampleBudgets.daily(SampleBudgets.of(person), "1");
        budgets.insert(budget);

        erasure.erase(person);
        erasure.erase(person);

        assertThat(request(call)).isNull();
        assertThat(request(kept)).isEqualTo("{}");
        assertThat(budgets.find(budget.id())).isEmpty();
        assertThat(interactions.notErased(List.of(person, other))).containsExactly(other);
    }

    @Test
    void erasesDeletedUsersOfWhomNoEventHasTold() {
        var told = user();
        var missed = user();
        var last = user();
        given(people.deletionsAfter(Deletion.since(Instant.EPOCH)))
                .willReturn(List.of(deletion(told), deletion(missed)));
        given(people.deletionsAfter(deletion(missed))).willReturn(List.of(deletion(last)));
        given(people.deletionsAfter(deletion(last))).willReturn(List.of());
        erasure.erase(told);
        var later = stored(told);
        var calls = List.of(stored(missed), stored(last));

        erasure.eraseDeletedUsers();

        assertThat(calls).allSatisfy(call -> assertThat(request(call)).isNull());
        assertThat(request(later)).isNull();
        assertThat(interactions.notErased(List.of(told, missed, last))).isEmpty();
    }

    /** As by an end of the process between its transactions, or an event that was given up. */
    @Test
    void endsAnErasureThatWasBrokenOff() {
        var person = user();
        var call = stored(person);
        steps.begin(person);
        given(people.deletionsAfter(Deletion.since(Instant.EPOCH))).willReturn(List.of(deletion(person)));
        given(people.deletionsAfter(deletion(person))).willReturn(List.of());

        erasure.eraseDeletedUsers();

        assertThat(request(call)).isNull();
        assertThat(steps.unfinished(List.of(person))).isEmpty();
    }

    @Test
    void doesNotEndAnErasureWhoseClearingFails() {
        var person = user();
        var broken = mock(Interactions.class, delegatesTo(interactions));
        willThrow(IllegalStateException.class).given(broken).clear(eq(person), any(), anyInt(), any());
        var failing = new AiErasure(new AiErasureService(broken, budgets, () -> NOW), people);

        assertThatIllegalStateException().isThrownBy(() -> failing.erase(person));

        assertThat(steps.unfinished(List.of(person))).containsExactly(person);
    }

    private static Deletion deletion(UserId user) {
        return new Deletion(user, NOW);
    }

    private InteractionId stored(UserId user) {
        var call = with(interaction(origin(newProvider(), user), NOW), "{}", "{}");
        interactions.insert(List.of(call));
        return call.id();
    }

    private String request(InteractionId call) {
        return interactions.find(call).orElseThrow().request();
    }
}
