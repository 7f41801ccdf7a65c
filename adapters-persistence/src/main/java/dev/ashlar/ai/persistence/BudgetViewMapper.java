// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.application.BudgetViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link BudgetViews} in {@code ai.ai_budgets} and {@code ai.ai_budget_windows}. */
@Mapper
interface BudgetViewMapper extends BudgetViews {}
