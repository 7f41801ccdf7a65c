// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/**
 * {@link Interactions} in {@code ai.ai_interactions}, and erased users in {@code ai.ai_erased_users}.
 *
 * <p>Storing shares the lock that erasures and changes of budgets take exclusively. It is a separate statement, because only the next one
 * sees what was committed while it waited.
 */
@Mapper
interface InteractionMapper extends Interactions {
    @Override
    default Set<InteractionId> insert(List<Interaction> interactions) {
        shareErasures();
        return insertRows(interactions.stream().map(Row::of).toList());
    }

    @Override
    default boolean change(
            InteractionId id, @Nullable UserId owner, InteractionStatus status, @Nullable String error, Instant now) {
        shareErasures();
        return changeRow(id, owner, status, error, now);
    }

    @Override
    default void markErased(UserId person, Instant now) {
        lockErasures();
        addErased(person, now);
    }

    String lockErasures();

    String shareErasures();

    Set<InteractionId> insertRows(List<Row> rows);

    boolean changeRow(
            InteractionId id, @Nullable UserId owner, InteractionStatus status, @Nullable String error, Instant now);

    void addErased(UserId person, Instant now);

    /** Columns of an interaction. They are flat, because nested objects take PostgreSQL longer to read. */
    record Row(
            InteractionId id,
            @Flat InteractionOrigin origin,
            @Flat CallResult result,
            @Flat @Nullable TokenUsage usage,
            @Nullable BigDecimal costUsd,
            @Nullable String request,
            @Nullable String response,
            Instant createdAt) {
        static Row of(Interaction interaction) {
            return new Row(
                    interaction.id(),
                    interaction.origin(),
                    interaction.result(),
                    interaction.usage(),
                    interaction.costUsd(),
                    interaction.request(),
                    interaction.response(),
                    interaction.createdAt());
        }
    }
}
