// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import static dev.ashlar.ai.domain.SampleInteractions.FAILURE;
import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.SUCCESS;
import static dev.ashlar.ai.domain.SampleInteractions.idAt;
import static dev.ashlar.ai.domain.SampleInteractions.newProvider;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InteractionServiceTest {
    private static final AiProviderId PROVIDER = newProvider();

    private final Actor student = new Actor(user(), Role.STUDENT, "mentor");
    private final Actor admin = new Actor(user(), Role.ADMIN, "mentor");
    private final InteractionId id = idAt(NOW);
    private final Interactions interactions = mock();
    private final InteractionViews views = mock();
    private final DirtyHours dirtyHours = mock();
    private final InteractionService service = new InteractionService(interactions, views, dirtyHours, () -> NOW);

    @Test
    void listsOwnInteractionsAndAllToAdministrators() {
        var rows = List.of(view(SUCCESS), view(FAILURE), view(SUCCESS));
        given(views.interactions(filter(student.userId()), null, 3)).willReturn(rows);
        var page = service.list(student, filter(null), new PageRequest(2, null));
        assertThat(page.items()).isEqualTo(rows.subList(0, 2));
        assertThat(page.next()).isNotNull();
        assertThat(service.list(student, filter(student.userId()), new PageRequest(2, null)))
                .isEqualTo(page);
        given(views.interactions(filter(null), null, 3)).willReturn(rows.subList(1, 3));
        assertThat(service.list(admin, filter(null), new PageRequest(2, null)).items())
                .isEqualTo(rows.subList(1, 3));
        given(views.interactions(filter(student.userId()), null, 2)).willReturn(rows.subList(0, 1));
        assertThat(service.list(admin, filter(student.userId()), new PageRequest(1, null))
                        .items())
                .isEqualTo(rows.subList(0, 1));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.list(student, filter(user()), PageRequest.first()));
    }

    @Test
    void findsOwnInteractionsAndAnyForAdministrators() {
        stored(admin, SUCCESS);
        assertThat(service.get(admin, id).interaction().result()).isEqualTo(SUCCESS);
        assertRefused(AiProblem.INTERACTION_NOT_FOUND, () -> service.get(student, id));
    }

    @Test
    void processesAPendingInteraction() {
        stored(student, SUCCESS);
        given(interactions.change(id, student.userId(), InteractionStatus.PROCESSED, null, NOW))
                .willReturn(true);
        service.change(student, id, InteractionStatus.PROCESSED, null);
        then(interactions).should().change(id, student.userId(), InteractionStatus.PROCESSED, null, NOW);
        then(dirtyHours).should(never()).mark(any());
    }

    @Test
    void marksTheHourOfAnInteractionThatIsFoundToHaveFailed() {
        stored(admin, SUCCESS);
        given(interactions.change(id, null, InteractionStatus.FAILED, "Nonsense", NOW))
                .willReturn(true);
        service.change(admin, id, InteractionStatus.FAILED, "Nonsense");
        then(dirtyHours).should().mark(List.of(NOW));
    }

    @Test
    void changesNothingIfAMoveIsRepeated() {
        stored(student, FAILURE);
        service.change(student, id, InteractionStatus.FAILED, FAILURE.error());
        then(interactions).shouldHaveNoInteractions();
    }

    @Test
    void refusesMovesThatTheLifecycleDoesNotHave() {
        stored(student, FAILURE);
        assertRefused(
                AiProblem.ILLEGAL_TRANSITION, () -> service.change(student, id, InteractionStatus.PROCESSED, null));
        assertRefused(
                AiProblem.ILLEGAL_TRANSITION, () -> service.change(student, id, InteractionStatus.FAILED, "Other"));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> service.change(student, id, InteractionStatus.FAILED, null));
        assertRefused(
                KernelProblem.INVALID_REQUEST, () -> service.change(student, id, InteractionStatus.PROCESSED, "Error"));
        then(interactions).shouldHaveNoInteractions();
    }

    @Test
    void comparesAgainAfterAnotherRequestWasFirst() {
        var processed = new CallResult(InteractionStatus.PROCESSED, 200, null, 800, null);
        given(views.interaction(student.userId(), id))
                .willReturn(Optional.of(details(SUCCESS)))
                .willReturn(Optional.of(details(processed)));
        assertRefused(
                AiProblem.ILLEGAL_TRANSITION, () -> service.change(student, id, InteractionStatus.FAILED, "Nonsense"));
        then(dirtyHours).should(never()).mark(any());
        given(views.interaction(student.userId(), id))
                .willReturn(Optional.of(details(SUCCESS)))
                .willReturn(Optional.of(details(processed)));
        assertThat(service.change(student, id, InteractionStatus.PROCESSED, null))
                .isEqualTo(details(processed));
    }

    @Test
    void processesABatchAndTellsIfMoreIsPending() {
        given(interactions.process(filter(student.userId()), 2, NOW)).willReturn(2, 2, 1);
        given(views.hasPending(filter(student.userId()))).willReturn(true, false);
        assertThat(service.process(student, filter(null), 2)).isEqualTo(new ProcessedInteractions(2, true));
        assertThat(service.process(student, filter(null), 2)).isEqualTo(new ProcessedInteractions(2, false));
        assertThat(service.process(student, filter(null), 2)).isEqualTo(new ProcessedInteractions(1, false));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.process(student, filter(user()), 2));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> service.process(student, filter(null), 0));
        assertRefused(KernelProblem.INVALID_REQUEST, () -> service.process(student, filter(null), 10_001));
        given(interactions.process(filter(null), 1, NOW)).willReturn(0);
        assertThat(service.process(admin, filter(null), 1).processed()).isZero();
    }

    private void stored(Actor actor, CallResult result) {
        given(views.interaction(actor.isAdmin() ? null : actor.userId(), id)).willReturn(Optional.of(details(result)));
    }

    private InteractionDetails details(CallResult result) {
        return new InteractionDetails(view(result), null, null);
    }

    private InteractionView view(CallResult result) {
        return new InteractionView(id, origin(PROVIDER, student.userId()), result, null, null, null, NOW, NOW);
    }

    private static InteractionFilter filter(@Nullable UserId user) {
        return new InteractionFilter(user, null, null, null, null, null, null);
    }
}
