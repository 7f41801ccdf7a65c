package dev.ashlar.mentoring.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.Availabilities;
import dev.ashlar.mentoring.domain.AvailabilityId;
import dev.ashlar.mentoring.domain.AvailabilityOverride;
import dev.ashlar.mentoring.domain.AvailabilityRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** {@link Availabilities} by SQL; what is written in bulk goes over as one array for each column. */
@Mapper
interface AvailabilityMapper extends Availabilities {
    @Override
    default int replaceRules(UserId mentor, List<AvailabilityRule> rules, Instant at) {
        return replaceAllRules(
                mentor,
                rules.stream().map(AvailabilityRule::id).toList(),
                texts(rules, rule -> rule.dayOfWeek().name().toLowerCase(Locale.ROOT)),
                texts(rules, AvailabilityRule::localStart),
                texts(rules, AvailabilityRule::localEnd),
                texts(rules, AvailabilityRule::validFrom),
                texts(rules, AvailabilityRule::validTo),
                at);
    }

    @Override
    default int replaceOverrides(UserId mentor, List<AvailabilityOverride> overrides, Instant at) {
        return replaceAllOverrides(
                mentor,
                overrides.stream().map(AvailabilityOverride::id).toList(),
                texts(overrides, AvailabilityOverride::day),
                texts(overrides, AvailabilityOverride::localStart),
                texts(overrides, AvailabilityOverride::localEnd),
                texts(overrides, AvailabilityOverride::isAvailable),
                at);
    }

    int replaceAllRules(
            UserId mentor,
            List<AvailabilityId> ids,
            List<@Nullable String> days,
            List<@Nullable String> starts,
            List<@Nullable String> ends,
            List<@Nullable String> validFroms,
            List<@Nullable String> validTos,
            Instant at);

    int replaceAllOverrides(
            UserId mentor,
            List<AvailabilityId> ids,
            List<@Nullable String> days,
            List<@Nullable String> starts,
            List<@Nullable String> ends,
            List<@Nullable String> available,
            Instant at);

    private static <T> List<@Nullable String> texts(List<T> rows, Function<T, @Nullable Object> column) {
        var texts = new ArrayList<@Nullable String>();
        for (var row : rows) {
            var value = column.apply(row);
            texts.add(value == null ? null : value.toString());
        }
        return texts;
    }
}
