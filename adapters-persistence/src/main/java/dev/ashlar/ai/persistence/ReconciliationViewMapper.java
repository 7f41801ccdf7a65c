// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.ReconciliationViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link ReconciliationViews} over interactions, statistics and windows of budgets. */
@Mapper
interface ReconciliationViewMapper extends ReconciliationViews {
    @Override
    default void allowMinutes() {
        setTimeout();
    }

    String setTimeout();
}
