// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read port of interactions. */
public interface InteractionViews {
    /** Lists at most {@code limit} interactions before a place, the latest first. */
    List<InteractionView> interactions(InteractionFilter filter, Cursor.@Nullable Place before, int limit);

    /**
     * Finds an interaction.
     *
     * @param owner caller of the interaction; null for that of any user
     */
    Optional<InteractionDetails> interaction(@Nullable UserId owner, InteractionId id);

    /** True if there are pending interactions that meet the conditions. */
    boolean hasPending(InteractionFilter filter);

    /** Lists at most {@code limit} interactions of a user with their contents before a place, the latest first. */
    List<InteractionDetails> contents(UserId owner, Cursor.@Nullable Place before, int limit);
}
