// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static dev.ashlar.ai.domain.SampleInteractions.FAILURE;
import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.idAt;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static dev.ashlar.ai.domain.SampleInteractions.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of {@link Interactions}. */
public abstract class InteractionsContract {
    protected static final Instant LATER = NOW.plusSeconds(60);

    protected final UserId user = user();
    protected AiProviderId provider;

    protected abstract Interactions interactions();

    /** Returns a provider that interactions can have. */
    protected abstract AiProviderId newProvider();

    protected abstract InteractionStatus statusOf(InteractionId id);

    /** Returns request, response and trace of an interaction, which may be null. */
    protected abstract List<@Nullable String> contentsOf(InteractionId id);

    protected abstract @Nullable String errorOf(InteractionId id);

    @BeforeEach
    void makeProvider() {
        provider = newProvider();
    }

    @Test
    void storesAnInteractionOnce() {
        var first = interaction(origin(provider, user), NOW);
        var second = interaction(origin(provider, user), NOW);
        assertThat(interactions().insert(List.of(second, first))).containsOnly(first.id(), second.id());
        var again = with(interaction(first.id(), origin(provider, user()), FAILURE), "{}", "{}");
        var third = interaction(origin(provider, user), LATER);
        assertThat(interactions().insert(List.of(again, third))).containsOnly(third.id());
        assertThat(interactions().insert(List.of(again))).isEmpty();
        assertThat(statusOf(first.id())).isEqualTo(InteractionStatus.PENDING);
        assertThat(contentsOf(first.id())).containsOnlyNulls();
    }

    @Test
    void changesAPendingInteractionOnce() {
        var call = stored(interaction(origin(provider, user), NOW)).id();
        assertThat(interactions().change(call, user(), InteractionStatus.PROCESSED, null, LATER))
                .isFalse();
        assertThat(interactions().change(idAt(NOW), null, InteractionStatus.PROCESSED, null, LATER))
                .isFalse();
        assertThat(interactions().change(call, user, InteractionStatus.FAILED, "Nonsense", LATER))
                .isTrue();
        assertThat(interactions().change(call, user, InteractionStatus.PROCESSED, null, LATER))
                .isFalse();
        assertThat(statusOf(call)).isEqualTo(InteractionStatus.FAILED);
        var other = stored(interaction(origin(provider, user), NOW)).id();
        assertThat(interactions().change(other, null, InteractionStatus.PROCESSED, null, LATER))
                .isTrue();
        assertThat(statusOf(other)).isEqualTo(InteractionStatus.PROCESSED);
    }

    @Test
    void processesTheEarliestPendingInteractions() {
        var failed = stored(interaction(idAt(NOW.minusSeconds(9)), origin(provider, user), FAILURE));
        var third = stored(interaction(origin(provider, user), NOW));
        var first = stored(interaction(origin(provider, user), NOW.minusSeconds(2)));
        var second = stored(interaction(origin(provider, user), NOW.minusSeconds(1)));
        assertThat(interactions().process(all(), 2, LATER)).isEqualTo(2);
        assertThat(statusOf(first.id())).isEqualTo(InteractionStatus.PROCESSED);
        assertThat(statusOf(second.id())).isEqualTo(InteractionStatus.PROCESSED);
        assertThat(statusOf(third.id())).isEqualTo(InteractionStatus.PENDING);
        assertThat(interactions().process(all(), 2, LATER)).isEqualTo(1);
        assertThat(interactions().process(all(), 2, LATER)).isZero();
        assertThat(statusOf(failed.id())).isEqualTo(InteractionStatus.FAILED);
    }

    @Test
    void processesOnlyInteractionsThatMeetTheConditions() {
        var wanted = stored(interaction(origin(provider, user), NOW));
        var others = List.of(
                stored(interaction(origin(provider, user()), NOW)),
                stored(interaction(origin(newProvider(), user), NOW)),
                stored(interaction(new InteractionOrigin(provider, "other", user, "mentor", null), NOW)),
                stored(interaction(origin(provider, user), NOW.minusMillis(1))),
                stored(interaction(origin(provider, user), NOW.plusMillis(1))));
        var filter =
                new InteractionFilter(user, provider, SampleInteractions.MODEL, null, null, NOW, NOW.plusMillis(1));
        assertThat(interactions().process(filter, 10, LATER)).isEqualTo(1);
        assertThat(statusOf(wanted.id())).isEqualTo(InteractionStatus.PROCESSED);
        assertThat(others).allSatisfy(other -> assertThat(statusOf(other.id())).isEqualTo(InteractionStatus.PENDING));
    }

    @Test
    void clearsTheContentsOfAPersonInBatches() {
        var plain = interaction(origin(provider, user), NOW);
        var traced = new InteractionOrigin(provider, SampleInteractions.MODEL, user, "mentor", "0".repeat(31) + "1");
        var calls = List.of(
                stored(plain),
                stored(with(interaction(origin(provider, user), NOW), "{}", null)),
                stored(with(interaction(origin(provider, user), LATER), null, "{}")),
                stored(interaction(traced, LATER)));
        var other = stored(with(interaction(origin(provider, user()), NOW), "{}", "{}"));
        var first = interactions().clear(user, null, 2, LATER).orElseThrow();
        var last = interactions().clear(user, first, 2, LATER).orElseThrow();
        assertThat(interactions().clear(user, last, 2, LATER)).isEmpty();
        assertThat(calls).allSatisfy(call -> assertThat(contentsOf(call.id())).containsOnlyNulls());
        assertThat(contentsOf(other.id())).startsWith("{}", "{}");
    }

    @Test
    void clearsNothingAgainBeforeTheEndOfABatch() {
        var earlier = stored(with(interaction(origin(provider, user), NOW), "{}", "{}"));
        var later = stored(with(interaction(origin(provider, user), LATER), "{}", "{}"));
        assertThat(interactions().clear(user, earlier.id(), 9, LATER)).contains(later.id());
        assertThat(contentsOf(earlier.id())).startsWith("{}", "{}");
    }

    @Test
    void storesNoContentsAndNoTraceOfAnErasedUser() {
        var traced = new InteractionOrigin(provider, SampleInteractions.MODEL, user, "mentor", "0".repeat(31) + "1");
        var earlier = stored(with(interaction(traced, NOW), "{}", "{}"));
        interactions().markErased(user, NOW);
        interactions().markErased(user, LATER);
        var later = with(interaction(traced, NOW), "{}", "{}");
        var other = with(interaction(origin(provider, user()), NOW), "{}", "{}");
        assertThat(interactions().insert(List.of(later, other))).containsOnly(later.id(), other.id());
        assertThat(contentsOf(later.id())).containsOnlyNulls();
        assertThat(contentsOf(other.id())).startsWith("{}", "{}");
        assertThat(contentsOf(earlier.id())).doesNotContainNull();
        assertThat(interactions().clear(user, null, 9, LATER)).contains(earlier.id());
    }

    /** Providers quote what they refuse, and reporters write what they like. */
    @Test
    void replacesErrorsOfAnErasedUser() {
        var erased = "Deleted with the account";
        var earlier = stored(interaction(idAt(NOW), origin(provider, user), FAILURE));
        var pending = stored(interaction(origin(provider, user), NOW));
        var other = stored(interaction(idAt(NOW), origin(provider, user()), FAILURE));
        interactions().markErased(user, NOW);
        var later = stored(interaction(idAt(LATER), origin(provider, user), FAILURE));
        assertThat(interactions().change(pending.id(), null, InteractionStatus.FAILED, "Said Ann", LATER))
                .isTrue();

        assertThat(interactions().clear(user, null, 9, LATER)).contains(earlier.id());
        assertThat(interactions().clear(user, null, 9, LATER)).isEmpty();

        assertThat(List.of(earlier, pending, later))
                .allSatisfy(call -> assertThat(errorOf(call.id())).isEqualTo(erased));
        assertThat(errorOf(other.id())).isEqualTo(FAILURE.error());
    }

    @Test
    void tellsWhichUsersAreNotErased() {
        interactions().markErased(user, NOW);
        var other = user();
        assertThat(interactions().notErased(List.of(user, other))).containsExactly(other);
        assertThat(interactions().notErased(List.of())).isEmpty();
    }

    @Test
    void tellsOfWhichUsersContentsMayBeLeft() {
        var begun = user();
        interactions().markErased(user, NOW);
        interactions().markErased(begun, NOW);
        interactions().markCleared(user, LATER);
        var other = user();
        assertThat(interactions().notCleared(List.of(user, begun, other))).containsExactlyInAnyOrder(begun, other);
        assertThat(interactions().notErased(List.of(user, begun))).isEmpty();
    }

    protected final Interaction stored(Interaction interaction) {
        assertThat(interactions().insert(List.of(interaction))).containsOnly(interaction.id());
        return interaction;
    }

    private InteractionFilter all() {
        return new InteractionFilter(user, null, null, null, null, null, null);
    }
}
