// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** Store of availability rules and overrides. */
public interface Availabilities {
    /** Returns the rules of these mentors, by mentor, day and time. */
    List<AvailabilityRule> rules(List<UserId> mentors);

    /** Returns the overrides of these mentors, by mentor, day and time. */
    List<AvailabilityOverride> overrides(List<UserId> mentors);

    /** Replaces all rules of the mentor; returns the number of new ones. */
    int replaceRules(UserId mentor, List<AvailabilityRule> rules, Instant at);

    /** Replaces all overrides of the mentor; returns the number of new ones. */
    int replaceOverrides(UserId mentor, List<AvailabilityOverride> overrides, Instant at);
}
