// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.MentorsContract;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class MentorMapperTest extends MentorsContract {
    private final MentorMapper mentors;
    private final JdbcClient jdbc;

    @Autowired
    MentorMapperTest(MentorMapper mentors, JdbcClient jdbc) {
        this.mentors = mentors;
        this.jdbc = jdbc;
    }

    @Override
    protected Mentors mentors() {
        return mentors;
    }

    @Test
    void storesAMentorColumnByColumn() {
        var mentor = Mentor.of(Meetings.user(), Meetings.profile("Europe/Berlin", 45, 15));
        assertThat(mentors.add(mentor, Meetings.NOW)).isTrue();
        var later = Meetings.NOW.plusSeconds(1);
        assertThat(mentors.edit(mentor.with(Meetings.profile("Europe/Berlin", 50, 10)), later))
                .isTrue();

        assertThat(jdbc.sql("""
                        SELECT
                            headline, bio, expertise::text, time_zone, token_price, earning_tokens, slot_minutes,
                            buffer_minutes, min_notice_minutes, cancel_cutoff_minutes, penalty_tokens, direct_booking,
                            meeting_url, is_active, slots_until, version, availability_version, created_at, updated_at
                        FROM mentoring.mentors
                        WHERE user_id = ?""").param(mentor.userId().value()).query().singleRow())
                .containsEntry("headline", "Builds backends")
                .containsEntry("bio", "Twenty years of them")
                .containsEntry("expertise", "{java,postgresql}")
                .containsEntry("time_zone", "Europe/Berlin")
                .containsEntry("token_price", Meetings.PRICE)
                .containsEntry("earning_tokens", Meetings.EARNING)
                .containsEntry("slot_minutes", 50)
                .containsEntry("buffer_minutes", 10)
                .containsEntry("min_notice_minutes", 60)
                .containsEntry("cancel_cutoff_minutes", 1440)
                .containsEntry("penalty_tokens", Meetings.PENALTY)
                .containsEntry("direct_booking", true)
                .containsEntry("meeting_url", "https://meet.example/mira")
                .containsEntry("is_active", true)
                .containsEntry("slots_until", null)
                .containsEntry("version", 2)
                .containsEntry("availability_version", 0)
                .containsEntry("created_at", Timestamp.from(Meetings.NOW))
                .containsEntry("updated_at", Timestamp.from(later));
    }
}
