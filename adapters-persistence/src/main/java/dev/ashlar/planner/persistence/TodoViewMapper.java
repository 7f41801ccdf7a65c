// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.application.TodoViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link TodoViews} in {@code planner.todos}. */
@Mapper
interface TodoViewMapper extends TodoViews {}
