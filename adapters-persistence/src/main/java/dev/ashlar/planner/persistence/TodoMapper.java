// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.domain.Todos;
import org.apache.ibatis.annotations.Mapper;

/** {@link Todos} in {@code planner.todos}. */
@Mapper
interface TodoMapper extends Todos {}
