// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.mentoring.application.MentorFilter;
import dev.ashlar.mentoring.application.MentorView;
import dev.ashlar.mentoring.application.MentorView.RatingSummary;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
class MentorViewMapperTest {
    private final MentorViewMapper views;
    private final MentorMapper mentors;
    private final SlotMapper slots;
    private final SlotFeedbackMapper feedbacks;
    private final Mentor older = Mentor.of(Meetings.user(), Meetings.profile());
    private final Mentor newer = Mentor.of(Meetings.user(), Meetings.at(3));
    private final Mentor away = Mentor.of(Meetings.user(), Meetings.inactive());

    @Autowired
    MentorViewMapperTest(MentorViewMapper views, MentorMapper mentors, SlotMapper slots, SlotFeedbackMapper feedbacks) {
        this.views = views;
        this.mentors = mentors;
        this.slots = slots;
        this.feedbacks = feedbacks;
    }

    @BeforeEach
    void addMentors() {
        for (var mentor : new Mentor[] {older, newer, away}) {
            assertThat(mentors.add(mentor, Meetings.NOW)).isTrue();
        }
    }

    @Test
    void returnsEveryFieldOfAMentorView() {
        rate(older, 4);

        assertThat(views.mentor(older.userId()).orElseThrow())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(shown(older.profile(), older.userId(), 1, new BigDecimal(4)));
        assertThat(views.mentor(newer.userId()).orElseThrow().rating().averageRating())
                .isNull();
        assertThat(views.mentor(away.userId())).isEmpty();
    }

    @Test
    void countsNoRatingOfTheMentorAsAStudent() {
        var meeting = Meetings.bookedIn(SlotStatus.COMPLETED, newer, older.userId());
        store(meeting);
        assertThat(feedbacks.add(Meetings.feedback(meeting, newer.userId()))).isTrue();

        assertThat(views.mentor(older.userId()).orElseThrow().rating().ratings())
                .isZero();
    }

    @Test
    void listsMentorsNewestFirstInPages() {
        var all = new MentorFilter(null, null);

        assertThat(views.mentors(all, null, 9))
                .extracting(MentorView::userId)
                .containsExactly(newer.userId(), older.userId());
        assertThat(views.mentors(all, newer.userId().value(), 9))
                .extracting(MentorView::userId)
                .containsExactly(older.userId());
        assertThat(views.mentors(all, null, 1)).hasSize(1);
        assertThat(views.countMentors(all)).isEqualTo(2);
    }

    @Test
    void findsByTagAndByWords() {
        assertFound("java", null, 2);
        assertFound("jav", null, 0);
        assertFound(null, "BACKENDS years", 2);
        assertFound(null, "backends -builds", 0);
        assertFound(null, "'; DROP", 0);
        assertFound("postgresql", "twenty", 2);
    }

    private void assertFound(@Nullable String tag, @Nullable String words, int count) {
        var filter = new MentorFilter(tag, words);
        assertThat(views.mentors(filter, null, 9)).hasSize(count);
        assertThat(views.countMentors(filter)).isEqualTo(count);
    }

    private void rate(Mentor mentor, int rating) {
        var student = Meetings.user();
        var meeting = Meetings.bookedIn(SlotStatus.COMPLETED, mentor, student);
        store(meeting);
        var feedback = Meetings.feedback(meeting, student);
        assertThat(feedback.rating()).isEqualTo(rating);
        assertThat(feedbacks.add(feedback)).isTrue();
    }

    private void store(BookedSlot slot) {
        var open = OpenSlot.of(slot.offer());
        assertThat(slots.add(open, Meetings.NOW)).isTrue();
        assertThat(slots.change(Meetings.change(open, slot))).isTrue();
    }

    private static MentorView shown(MentorProfile profile, UserId id, long ratings, BigDecimal average) {
        return new MentorView(
                id,
                profile.pitch().headline(),
                profile.pitch().bio(),
                profile.pitch().expertise(),
                profile.plan().timeZone(),
                profile.plan().slotMinutes(),
                profile.terms(),
                new RatingSummary(ratings, average));
    }
}
