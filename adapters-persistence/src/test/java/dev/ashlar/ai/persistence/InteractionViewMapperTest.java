// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.FAILURE;
import static dev.ashlar.ai.domain.SampleInteractions.MODEL;
import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.SUCCESS;
import static dev.ashlar.ai.domain.SampleInteractions.USAGE;
import static dev.ashlar.ai.domain.SampleInteractions.idAt;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.newProvider;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.InteractionDetails;
import dev.ashlar.ai.application.InteractionView;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.ContentPolicies;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper InteractionViewMapper.contents owner", test = "listsContentsOfAUser")
@Kills(mutant = "mapper InteractionViewMapper.interaction owner", test = "findsAnInteractionOfItsUserOnly")
class InteractionViewMapperTest {
    private static final InteractionFilter ALL = filter(null, null, null, null, null);

    private final UserId user = user();
    private final UserId other = user();
    private AiProviderId provider;
    private AiProviderId otherProvider;
    private InteractionId first;
    private InteractionId second;
    private InteractionId third;

    @Autowired
    private InteractionMapper interactions;

    @Autowired
    private InteractionViewMapper views;

    @Autowired
    private ContentPolicyMapper policies;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void store() {
        provider = TestProviders.insert(jdbc);
        otherProvider = TestProviders.insert(jdbc);
        first = stored(interaction(origin(provider, user), NOW));
        second = stored(interaction(idAt(NOW.plusSeconds(1)), origin(otherProvider, user), FAILURE));
        var otherModel = new InteractionOrigin(provider, "other", other, "mentor", null);
        third = stored(interaction(idAt(NOW.plusSeconds(2)), otherModel, SUCCESS));
    }

    @Test
    void returnsEachField() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var call = new Interaction(
                idAt(NOW),
                new InteractionOrigin(provider, MODEL, user, "mentor", trace),
                SUCCESS,
                USAGE,
                new BigDecimal("0.12345678"),
                "{\"model\": \"m\"}",
                "[1]");
        interactions.insert(List.of(call));
        var view = new InteractionView(call.id(), call.origin(), SUCCESS, USAGE, 1200L, call.costUsd(), NOW, NOW);
        assertThat(views.interaction(user, call.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(new InteractionDetails(view, call.request(), call.response()));
        assertThat(views.interactions(ALL, null, 10)).contains(view);
    }

    @Test
    void returnsUnknownUsageAsNull() {
        var call = new Interaction(idAt(NOW), origin(provider, user), FAILURE, null, null, null, null);
        interactions.insert(List.of(call));
        assertThat(views.interaction(null, call.id())).hasValueSatisfying(found -> {
            assertThat(found.interaction().usage()).isNull();
            assertThat(found.interaction().totalTokens()).isNull();
            assertThat(found.interaction().costUsd()).isNull();
            assertThat(found.request()).isNull();
        });
    }

    @Test
    void findsAnInteractionOfItsUserOnly() {
        assertThat(views.interaction(user, first)).isPresent();
        assertThat(views.interaction(other, first)).isEmpty();
        assertThat(views.interaction(null, first)).isPresent();
        assertThat(views.interaction(null, idAt(NOW))).isEmpty();
    }

    @Test
    void listsTheLatestFirstFromAPlaceOn() {
        assertThat(list(ALL, null, 2)).containsExactly(third, second);
        var place = new Cursor.Place(second.createdAt(), second.value());
        assertThat(list(ALL, place, 2)).containsExactly(first);
        var same = Stream.generate(() -> idAt(NOW.plusSeconds(9)))
                .limit(5)
                .map(id -> stored(interaction(id, origin(provider, user), SUCCESS)))
                .sorted((a, b) -> b.value().toString().compareTo(a.value().toString()))
                .toList();
        assertThat(list(ALL, null, 5)).isEqualTo(same);
        var within = new Cursor.Place(same.get(2).createdAt(), same.get(2).value());
        assertThat(list(ALL, within, 2)).isEqualTo(same.subList(3, 5));
    }

    @Test
    void listsInteractionsThatMeetEachCondition() {
        assertThat(list(filter(user, null, null, null, null))).containsExactly(second, first);
        assertThat(list(filter(null, otherProvider, null, null, null))).containsExactly(second);
        assertThat(list(filter(null, null, "other", null, null))).containsExactly(third);
        assertThat(list(filter(null, null, null, InteractionStatus.PENDING, null)))
                .containsExactly(third, first);
        assertThat(list(filter(null, null, null, null, true))).containsExactly(second);
        assertThat(list(filter(null, null, null, null, false))).containsExactly(third, first);
        assertThat(list(new InteractionFilter(null, null, null, null, null, second.createdAt(), null)))
                .containsExactly(third, second);
        assertThat(list(new InteractionFilter(null, null, null, null, null, null, second.createdAt())))
                .containsExactly(first);
        assertThat(list(filter(user, otherProvider, MODEL, InteractionStatus.PENDING, null)))
                .isEmpty();
    }

    @Test
    void listsContentsOfAUser() {
        assertThat(contents(null, 10)).containsExactly(second, first);
        assertThat(contents(new Cursor.Place(second.createdAt(), second.value()), 10))
                .containsExactly(first);
        assertThat(contents(null, 1)).containsExactly(second);
    }

    private List<InteractionId> contents(Cursor.@Nullable Place before, int limit) {
        return views.contents(user, before, limit).stream()
                .map(row -> row.interaction().id())
                .toList();
    }

    @Test
    void tellsContentPoliciesOfProvidersThatExist() {
        jdbc.sql("UPDATE ai.ai_providers SET content_policy = 'full' WHERE id = ?")
                .param(provider.value())
                .update();
        jdbc.sql("UPDATE ai.ai_providers SET is_active = false, deleted_at = now() WHERE id = ?")
                .param(otherProvider.value())
                .update();
        assertThat(policies.of(List.of(provider, otherProvider, newProvider())))
                .containsExactlyInAnyOrder(
                        new ContentPolicies.Entry(provider, ContentPolicy.FULL),
                        new ContentPolicies.Entry(otherProvider, ContentPolicy.NONE));
        assertThat(policies.of(List.of())).isEmpty();
    }

    @Test
    void tellsIfSomethingIsPending() {
        assertThat(views.hasPending(ALL)).isTrue();
        assertThat(views.hasPending(filter(user, provider, MODEL, null, null))).isTrue();
        assertThat(views.hasPending(filter(user, otherProvider, null, null, null)))
                .isFalse();
        var later = third.createdAt().plusMillis(1);
        assertThat(views.hasPending(new InteractionFilter(null, null, null, null, null, later, null)))
                .isFalse();
        assertThat(views.hasPending(new InteractionFilter(null, null, null, null, null, null, first.createdAt())))
                .isFalse();
    }

    private List<InteractionId> list(InteractionFilter filter) {
        return list(filter, null, 10);
    }

    private List<InteractionId> list(InteractionFilter filter, Cursor.@Nullable Place before, int limit) {
        return views.interactions(filter, before, limit).stream()
                .map(InteractionView::id)
                .toList();
    }

    private InteractionId stored(Interaction call) {
        interactions.insert(List.of(call));
        return call.id();
    }

    private static InteractionFilter filter(
            @Nullable UserId userId,
            @Nullable AiProviderId providerId,
            @Nullable String model,
            @Nullable InteractionStatus status,
            @Nullable Boolean failed) {
        return new InteractionFilter(userId, providerId, model, status, failed, null, null);
    }
}
