// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import dev.ashlar.planner.domain.CronExpressions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/** {@link CronExpressions} by Spring's, which has a field for seconds before the others. */
@Component
class SpringCronExpressions implements CronExpressions {
    private static final String EVERY_HOUR = "\\S+ \\*.*";

    @Override
    public Optional<Instant> next(String expression, ZoneId zone, Instant after) {
        var cron = parse(expression);
        return Optional.ofNullable(
                expression.matches(EVERY_HOUR) ? hourly(cron, zone, after) : local(cron, zone, after));
    }

    private static @Nullable Instant local(CronExpression cron, ZoneId zone, Instant after) {
        @Nullable LocalDateTime tick = cron.next(LocalDateTime.ofInstant(after, zone));
        // Of two equal local times the first counts, which may be over.
        while (tick != null && !at(tick, zone).isAfter(after)) {
            tick = cron.next(tick);
        }
        return tick == null ? null : at(tick, zone);
    }

    /** Spring's own arithmetic in a zone loses a tick where the clock is set back by half an hour. */
    private static @Nullable Instant hourly(CronExpression cron, ZoneId zone, Instant after) {
        var offset = zone.getRules().getOffset(after);
        @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(after);
        @Nullable LocalDateTime tick = cron.next(LocalDateTime.ofInstant(after, offset));
        while (tick != null && change != null && !tick.toInstant(offset).isBefore(change.getInstant())) {
            tick = cron.next(change.getDateTimeAfter().minusNanos(1));
            offset = change.getOffsetAfter();
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return tick == null ? null : tick.toInstant(offset);
    }

    /** Returns the time of the change for a local time that it leaves out. */
    private static Instant at(LocalDateTime local, ZoneId zone) {
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static CronExpression parse(String expression) {
        try {
            return CronExpression.parse("0 " + expression);
        } catch (IllegalArgumentException unreadable) {
            throw invalid();
        }
    }

    private static DomainException invalid() {
        return Fields.invalid(
                "/schedule/cronExpr", "must be minute, hour, day of month, month and day of week, as in 0 9 * * 1-5");
    }
}
