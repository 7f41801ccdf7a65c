// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.SlotFeedbacks;
import dev.ashlar.mentoring.domain.SlotFeedbacksContract;
import dev.ashlar.mentoring.domain.Slots;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class SlotFeedbackMapperTest extends SlotFeedbacksContract {
    private final SlotFeedbackMapper feedbacks;
    private final MentorMapper mentors;
    private final SlotMapper slots;
    private final JdbcClient jdbc;

    @Autowired
    SlotFeedbackMapperTest(SlotFeedbackMapper feedbacks, MentorMapper mentors, SlotMapper slots, JdbcClient jdbc) {
        this.feedbacks = feedbacks;
        this.mentors = mentors;
        this.slots = slots;
        this.jdbc = jdbc;
    }

    @Override
    protected SlotFeedbacks feedbacks() {
        return feedbacks;
    }

    @Override
    protected Mentors mentors() {
        return mentors;
    }

    @Override
    protected Slots slots() {
        return slots;
    }

    @Test
    void storesFeedbackColumnByColumn() {
        var feedback = Meetings.feedback(slot, slot.mentorId());
        assertThat(feedbacks.add(feedback)).isTrue();

        assertThat(jdbc.sql("SELECT * FROM mentoring.slot_feedbacks").query().singleRow())
                .containsEntry("id", feedback.id().value())
                .containsEntry("slot_id", slot.id().value())
                .containsEntry("author_id", slot.mentorId().value())
                .containsEntry("about_id", slot.booked().booking().studentId().value())
                .containsEntry("rating", 4)
                .containsEntry("comment", "Helped a lot")
                .containsEntry("created_at", Timestamp.from(Meetings.NOW));
    }
}
