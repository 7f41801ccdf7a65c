// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@link Availabilities} for tests of one thread. */
public final class InMemoryAvailabilities implements Availabilities {
    private final List<AvailabilityRule> rules = new ArrayList<>();
    private final List<AvailabilityOverride> overrides = new ArrayList<>();

    @Override
    public List<AvailabilityRule> rules(List<UserId> mentors) {
        return rules.stream()
                .filter(rule -> mentors.contains(rule.mentorId()))
                .sorted(Comparator.comparing((AvailabilityRule rule) ->
                                rule.mentorId().value().toString())
                        .thenComparing(AvailabilityRule::dayOfWeek)
                        .thenComparing(AvailabilityRule::localStart))
                .toList();
    }

    @Override
    public List<AvailabilityOverride> overrides(List<UserId> mentors) {
        return overrides.stream()
                .filter(override -> mentors.contains(override.mentorId()))
                .sorted(Comparator.comparing((AvailabilityOverride override) ->
                                override.mentorId().value().toString())
                        .thenComparing(AvailabilityOverride::day)
                        .thenComparing(AvailabilityOverride::localStart))
                .toList();
    }

    @Override
    public int replaceRules(UserId mentor, List<AvailabilityRule> wanted, Instant at) {
        rules.removeIf(rule -> rule.mentorId().equals(mentor));
        rules.addAll(wanted);
        return wanted.size();
    }

    @Override
    public int replaceOverrides(UserId mentor, List<AvailabilityOverride> wanted, Instant at) {
        overrides.removeIf(override -> override.mentorId().equals(mentor));
        overrides.addAll(wanted);
        return wanted.size();
    }
}
