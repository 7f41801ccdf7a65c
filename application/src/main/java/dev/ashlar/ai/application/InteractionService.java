// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of stored interactions. Everybody has the own ones, administrators have all. */
@ApplicationService
public class InteractionService {
    /** Largest number of interactions that one request processes. */
    public static final int MAX_PROCESSED = 10_000;

    private static final String LIST = "ai.interactions";

    private final Interactions interactions;
    private final InteractionViews views;
    private final DirtyHours dirtyHours;
    private final InstantSource clock;

    InteractionService(Interactions interactions, InteractionViews views, DirtyHours dirtyHours, InstantSource clock) {
        this.interactions = interactions;
        this.views = views;
        this.dirtyHours = dirtyHours;
        this.clock = clock;
    }

    /** Lists interactions without their contents, the latest first. */
    public Page<InteractionView> list(Actor actor, InteractionFilter filter, PageRequest page) {
        var rows = views.interactions(visibleTo(actor, filter), page.afterPlace(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.createdAt(), row.id()));
    }

    public InteractionDetails get(Actor actor, InteractionId id) {
        return views.interaction(ownerFor(actor), id)
                .orElseThrow(() -> AiProblem.INTERACTION_NOT_FOUND.because("You have no interaction " + id.value()
                        + ". List the interactions and take an id from there."));
    }

    /**
     * Moves an interaction to another status. A move that is repeated changes nothing.
     *
     * @param error reason for the failure; null unless the status is failed
     */
    @Transactional
    public InteractionDetails change(Actor actor, InteractionId id, InteractionStatus status, @Nullable String error) {
        var before = get(actor, id);
        var result = before.interaction().result();
        var after = new CallResult(status, result.statusCode(), error, result.responseTimeMs(), result.ttftMs());
        if (after.equals(result)) {
            return before;
        }
        require(before, status);
        if (!interactions.change(id, ownerFor(actor), status, error, clock.instant())) {
            return asChangedByAnother(actor, id, after);
        }
        if (status == InteractionStatus.FAILED) {
            dirtyHours.mark(List.of(id.createdAt()));
        }
        return get(actor, id);
    }

    private InteractionDetails asChangedByAnother(Actor actor, InteractionId id, CallResult wanted) {
        var found = get(actor, id);
        if (!found.interaction().result().equals(wanted)) {
            require(found, wanted.status());
        }
        return found;
    }

    /** Moves the earliest pending interactions that meet the conditions to processed, up to a number of them. */
    @Transactional
    public ProcessedInteractions process(Actor actor, InteractionFilter filter, int limit) {
        Fields.within("/limit", limit, 1, MAX_PROCESSED);
        var visible = visibleTo(actor, filter);
        int processed = interactions.process(visible, limit, clock.instant());
        return new ProcessedInteractions(processed, processed == limit && views.hasPending(visible));
    }

    private static void require(InteractionDetails found, InteractionStatus status) {
        InteractionStatus.LIFECYCLE.require(
                found.interaction().result().status(),
                status,
                AiProblem.ILLEGAL_TRANSITION,
                "Interaction " + found.interaction().id().value());
    }

    private static InteractionFilter visibleTo(Actor actor, InteractionFilter filter) {
        if (filter.userId() != null && !filter.userId().equals(actor.userId())) {
            actor.requireAdmin();
        }
        return actor.isAdmin() ? filter : filter.of(actor.userId());
    }

    private static @Nullable UserId ownerFor(Actor actor) {
        return actor.isAdmin() ? null : actor.userId();
    }
}
