// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.LlmId;
import dev.ashlar.kernel.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of language models. */
public interface LlmViews {
    /** Returns models that follow the given key, oldest first. */
    List<LlmRow> models(@Nullable UUID after, int limit);

    Optional<LlmRow> model(LlmId id);

    /** Returns the prices of a model that follow the given place, latest start first. */
    List<LlmPriceView> prices(LlmId id, Cursor.@Nullable Place after, int limit);

    /** Returns prices of models that are valid at a time, of which each kind of tokens has at most one. */
    List<ValidPrice> pricesAt(Collection<LlmId> models, Instant at);

    /** Returns up to a number of active models that an active provider serves, by name. */
    List<ServedLlm> served(int limit);
}
