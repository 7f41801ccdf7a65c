// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

/**
 * One member of a project.
 *
 * @param version version for {@code If-Match}
 */
public record MemberDetails(PersonView person, MembershipView membership, int version) {}
