// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.planner.domain.ProjectRole;
import java.time.Instant;

/** Role of a member in a project, and the time of joining. */
public record MembershipView(ProjectRole role, Instant joinedAt) {}
