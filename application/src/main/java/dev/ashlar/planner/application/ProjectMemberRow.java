// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Member of a project.
 *
 * @param membership null unless asked for
 */
public record ProjectMemberRow(UserId userId, @Nullable MembershipView membership) {}
