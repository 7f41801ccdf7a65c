// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.application.StatsView.Period;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import java.util.List;

/** Users with the largest figures of a period, the largest first. */
public record TopUsersView(@Flat Period period, List<RankedUser> items) {
    public TopUsersView {
        items = List.copyOf(items);
    }

    /** Statistics of one user. */
    public record RankedUser(UserId userId, @Flat StatsFigures figures) {}
}
