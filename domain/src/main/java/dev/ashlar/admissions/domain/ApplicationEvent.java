// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Change of the status of an application.
 *
 * @param version version of the application that the change made
 * @param from status before; null for the creation
 * @param actorId person who made the change; null for a job
 * @param note reason that the person gave; null without one
 */
public record ApplicationEvent(
        ApplicationId applicationId,
        int version,
        @Nullable ApplicationStatus from,
        ApplicationStatus to,
        @Nullable UserId actorId,
        @Nullable String note,
        Instant createdAt) {
    /** Maximum length of a note. */
    public static final int MAX_NOTE = 500;

    /**
     * Describes a change that is about to be stored: it makes the next version.
     *
     * @param actor null for a change that nobody makes, as the withdrawal of a deactivated user
     */
    public static ApplicationEvent of(
            Application previous, Application next, @Nullable UserId actor, @Nullable String note, Instant at) {
        return new ApplicationEvent(
                next.id(),
                previous.version() + 1,
                previous.status(),
                next.status(),
                actor,
                Fields.optionalText("/note", note, MAX_NOTE),
                at);
    }

    /** Describes the creation of an application. */
    public static ApplicationEvent created(Application application) {
        return new ApplicationEvent(
                application.id(),
                application.version(),
                null,
                application.status(),
                application.userId(),
                null,
                application.createdAt());
    }
}
