// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.application.ProjectViews;
import org.apache.ibatis.annotations.Mapper;

/** {@link ProjectViews} in {@code planner.projects} and {@code planner.project_members}. */
@Mapper
interface ProjectViewMapper extends ProjectViews {}
