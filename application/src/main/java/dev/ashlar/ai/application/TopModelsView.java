// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.application.StatsView.Period;
import dev.ashlar.kernel.Flat;
import java.util.List;

/** Models with the largest figures of a period, the largest first. */
public record TopModelsView(@Flat Period period, List<RankedModel> items) {
    public TopModelsView {
        items = List.copyOf(items);
    }

    /**
     * Statistics of one model.
     *
     * @param model name of the model, as clients name it
     */
    public record RankedModel(String model, @Flat StatsFigures figures) {}
}
