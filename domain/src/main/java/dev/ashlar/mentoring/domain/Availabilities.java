package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;

/** When mentors are available. */
public interface Availabilities {
    /** The rules of these mentors, by mentor, day and time. */
    List<AvailabilityRule> rules(List<UserId> mentors);

    /** The overrides of these mentors, by mentor, day and time. */
    List<AvailabilityOverride> overrides(List<UserId> mentors);

    /** Puts these rules in place of all that the mentor had; returns how many there are now. */
    int replaceRules(UserId mentor, List<AvailabilityRule> rules, Instant at);

    /** Puts these overrides in place of all that the mentor had; returns how many there are now. */
    int replaceOverrides(UserId mentor, List<AvailabilityOverride> overrides, Instant at);
}
