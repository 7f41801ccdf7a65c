// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import org.jspecify.annotations.Nullable;

/**
 * Member of a project as the other members see it.
 *
 * @param membership null unless asked for
 */
public record ProjectMemberView(PersonView person, @Nullable MembershipView membership) {}
