// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.Spelling;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Health of a component at a time.
 *
 * @param component name of the component
 * @param responseTimeMs milliseconds that the probe took
 * @param details reason, at most {@value #MAX_DETAILS} characters; null if it was healthy
 */
public record HealthCheck(
        HealthCheckId id,
        String component,
        HealthStatus status,
        int responseTimeMs,
        @Nullable String details,
        Instant createdAt) {
    public static final int MAX_DETAILS = 500;
    private static final Pattern COMPONENT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public HealthCheck {
        Objects.requireNonNull(id, "id");
        details = details == null ? null : Spelling.cut(details, MAX_DETAILS);
    }

    /** Returns the name of a component, and refuses a text that cannot be one. */
    public static String componentName(String pointer, String text) {
        return Fields.matching(COMPONENT, pointer, text, "must be the name of a component, such as payment-gateway");
    }

    /** Returns the check that a report is stored as. */
    public static HealthCheck of(HealthCheckId id, HealthReport report, Instant now) {
        return new HealthCheck(id, report.component(), report.status(), report.responseTimeMs(), report.details(), now);
    }
}
