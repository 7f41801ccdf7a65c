// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.mentoring.application.MeetingFilter;
import dev.ashlar.mentoring.application.MeetingRole;
import dev.ashlar.mentoring.application.OpenSlotView;
import dev.ashlar.mentoring.application.SlotFeedbackView;
import dev.ashlar.mentoring.application.SlotTransitionView;
import dev.ashlar.mentoring.application.SlotView;
import dev.ashlar.mentoring.application.SlotView.SlotProgressView;
import dev.ashlar.mentoring.application.SlotView.SlotTermsView;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
class SlotViewMapperTest {
    private final SlotViewMapper views;
    private final MentorMapper mentors;
    private final SlotMapper slots;
    private final SlotFeedbackMapper feedbacks;
    private final Mentor mentor = Meetings.mentor();
    private final UserId student = Meetings.user();
    private final OpenSlot soon = Meetings.open(mentor.userId(), Duration.ofDays(2));
    private final OpenSlot later = Meetings.open(mentor.userId(), Duration.ofDays(5));
    private final BookedSlot confirmed = Meetings.bookedIn(SlotStatus.CONFIRMED, mentor, student);
    private final OpenSlot elsewhere = Meetings.open(mentor.userId(), Duration.ofDays(4));

    @Autowired
    SlotViewMapperTest(SlotViewMapper views, MentorMapper mentors, SlotMapper slots, SlotFeedbackMapper feedbacks) {
        this.views = views;
        this.mentors = mentors;
        this.slots = slots;
        this.feedbacks = feedbacks;
    }

    @BeforeEach
    void addSlots() {
        assertThat(mentors.add(mentor, Meetings.NOW)).isTrue();
        var open = OpenSlot.of(confirmed.offer());
        for (var slot : new OpenSlot[] {soon, later, open, elsewhere}) {
            assertThat(slots.add(slot, Meetings.NOW)).isTrue();
        }
        assertThat(slots.change(Meetings.change(open, confirmed))).isTrue();
        var others = elsewhere.request(Meetings.user(), mentor, Meetings.NOW);
        assertThat(slots.change(Meetings.change(elsewhere, others))).isTrue();
    }

    @Test
    void listsOpenSlotsOfASpanByStart() {
        assertThat(views.openSlots(mentor.userId(), Meetings.NOW, null, 9))
                .extracting(OpenSlotView::id)
                .containsExactly(soon.id(), later.id());
        assertThat(views.openSlots(mentor.userId(), soon.startsAt(), later.startsAt(), 9))
                .singleElement()
                .isEqualTo(new OpenSlotView(soon.id(), mentor.userId(), soon.startsAt(), soon.endsAt(), 1));
        assertThat(views.openSlots(mentor.userId(), soon.startsAt().plusNanos(1000), null, 1))
                .extracting(OpenSlotView::id)
                .containsExactly(later.id());
        assertThat(views.openSlots(student, Meetings.NOW, null, 9)).isEmpty();
    }

    @Test
    void listsFeedbackByItsAuthorWithEveryField() {
        var first = Meetings.feedback(confirmed, student);
        var second = Meetings.feedback(soon.id(), student, mentor.userId());
        assertThat(feedbacks.add(first)).isTrue();
        assertThat(feedbacks.add(Meetings.feedback(confirmed, mentor.userId()))).isTrue();
        assertThat(feedbacks.add(second)).isTrue();

        var firstView = new SlotFeedbackView(
                first.id(), confirmed.id(), student, mentor.userId(), 4, "Helped a lot", Meetings.NOW);
        assertThat(views.feedbackBy(student, null, 9)).hasSize(2).last().isEqualTo(firstView);
        assertThat(views.feedbackBy(student, second.id().value(), 9)).containsExactly(firstView);
        assertThat(views.feedbackBy(student, null, 1))
                .extracting(SlotFeedbackView::id)
                .containsExactly(second.id());
    }

    @Test
    void returnsEveryFieldOfAMeeting() {
        var terms = confirmed.booking().terms();
        assertThat(views.meetings(student, new MeetingFilter(null, null), null, 9))
                .singleElement()
                .isEqualTo(new SlotView(
                        confirmed.id(),
                        mentor.userId(),
                        confirmed.startsAt(),
                        confirmed.endsAt(),
                        SlotStatus.CONFIRMED,
                        new SlotTermsView(
                                student,
                                terms.priceTokens(),
                                terms.earningTokens(),
                                terms.penaltyTokens(),
                                terms.cutoffMinutes()),
                        new SlotProgressView(
                                confirmed.booking().requestExpiresAt(),
                                confirmed.booking().confirmedAt(),
                                null,
                                null,
                                false,
                                null),
                        confirmed.version()));
    }

    @Test
    void listsMeetingsOfARoleLatestFirst() {
        assertMeetings(mentor.userId(), null, null, elsewhere, confirmed);
        assertMeetings(mentor.userId(), MeetingRole.MENTOR, null, elsewhere, confirmed);
        assertMeetings(mentor.userId(), MeetingRole.STUDENT, null);
        assertMeetings(student, MeetingRole.STUDENT, null, confirmed);
        assertMeetings(student, MeetingRole.MENTOR, null);
        assertMeetings(mentor.userId(), null, SlotStatus.CONFIRMED, confirmed);
        assertMeetings(mentor.userId(), MeetingRole.MENTOR, SlotStatus.MEETING_REQUESTED, elsewhere);
    }

    @Test
    void continuesAfterTheLastMeeting() {
        var all = new MeetingFilter(null, null);
        assertThat(views.meetings(mentor.userId(), all, placeOf(elsewhere), 9))
                .extracting(SlotView::id)
                .containsExactly(confirmed.id());
        assertThat(views.meetings(mentor.userId(), all, placeOf(confirmed), 9)).isEmpty();
        assertThat(views.meetings(mentor.userId(), all, null, 1)).hasSize(1);
    }

    @Test
    void repeatsNoMeetingAfterTheLastOneOfAPageHasMoved() {
        var last = placeOf(confirmed);
        var moved = confirmed.moveTo(Meetings.open(mentor.userId(), Duration.ofDays(9)), mentor, Meetings.NOW);
        assertThat(slots.change(Meetings.change(confirmed, moved))).isTrue();

        assertThat(views.meetings(mentor.userId(), new MeetingFilter(null, null), last, 9))
                .isEmpty();
    }

    private static Cursor.Place placeOf(Slot slot) {
        return new Cursor.Place(slot.startsAt(), slot.id().value());
    }

    @Test
    void listsTransitionsOldestFirst() {
        var done = Meetings.change(confirmed, confirmed.requestCancellation(student, "Ill", Meetings.NOW));
        assertThat(slots.change(done)).isTrue();

        assertThat(views.history(confirmed.id(), 0, 9))
                .extracting(SlotTransitionView::toStatus)
                .containsExactly(SlotStatus.CONFIRMED, SlotStatus.CANCELLATION_REQUESTED);
        assertThat(views.history(confirmed.id(), confirmed.version(), 9))
                .containsExactly(new SlotTransitionView(
                        confirmed.version() + 1,
                        SlotStatus.CONFIRMED,
                        SlotStatus.CANCELLATION_REQUESTED,
                        done.actor(),
                        "For a test",
                        done.at()));
    }

    private void assertMeetings(
            UserId person, @Nullable MeetingRole role, @Nullable SlotStatus status, Slot... expected) {
        var filter = new MeetingFilter(role, status);
        assertThat(views.meetings(person, filter, null, 9))
                .extracting(SlotView::id)
                .containsExactlyElementsOf(Stream.of(expected).map(Slot::id).toList());
        assertThat(views.countMeetings(person, filter)).isEqualTo(expected.length);
    }
}
