// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of applications and discount requests. Lists are sorted newest first. */
public interface ApplicationViews {
    /** Finds an application by its key. */
    Optional<ApplicationDetails> details(ApplicationId id);

    /** Lists at most {@code limit} applications before {@code beforeId}. */
    List<ApplicationView> applications(ApplicationFilter filter, @Nullable UUID beforeId, int limit);

    /** Counts the applications that meet the conditions. */
    long countApplications(ApplicationFilter filter);

    /** Lists at most {@code limit} changes of the status of an application after {@code afterVersion}, oldest first. */
    List<ApplicationEventView> events(ApplicationId id, @Nullable Long afterVersion, int limit);

    /** Lists at most {@code limit} discount requests before {@code beforeId}; null omits a condition. */
    List<DiscountRequestView> discounts(
            @Nullable UserId userId, @Nullable DiscountStatus status, @Nullable UUID beforeId, int limit);

    /** Lists at most {@code limit} enrollments of a person before {@code beforeId}, dropped ones included. */
    List<EnrollmentView> enrollments(UserId userId, @Nullable UUID beforeId, int limit);

    /** Lists at most {@code limit} changes of the status of a person's applications after a place, by application and version. */
    List<PersonalEventView> personalEvents(UserId userId, @Nullable ApplicationEventPlace after, int limit);

    /** Counts the discount requests that the list returns. */
    long countDiscounts(@Nullable UserId userId, @Nullable DiscountStatus status);
}
