// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.planner.domain.Projects;
import org.apache.ibatis.annotations.Mapper;

/** {@link Projects} in {@code planner.projects} and {@code planner.project_members}. */
@Mapper
interface ProjectMapper extends Projects {}
