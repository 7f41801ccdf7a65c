// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading model of active mentors. */
public interface MentorViews {
    /** Returns up to {@code limit} mentors before {@code beforeId}, newest account first. */
    List<MentorView> mentors(MentorFilter filter, @Nullable UUID beforeId, int limit);

    long countMentors(MentorFilter filter);

    Optional<MentorView> mentor(UserId userId);
}
