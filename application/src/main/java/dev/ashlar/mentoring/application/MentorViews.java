package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people read about mentors. Inactive ones are not shown. */
public interface MentorViews {
    /** Mentors before {@code beforeId}, newest account first, at most {@code limit}. */
    List<MentorView> mentors(MentorFilter filter, @Nullable UUID beforeId, int limit);

    long countMentors(MentorFilter filter);

    Optional<MentorView> mentor(UserId userId);
}
