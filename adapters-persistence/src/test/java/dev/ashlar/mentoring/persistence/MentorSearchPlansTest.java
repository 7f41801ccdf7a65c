// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Among many mentors, those with a rare skill or word are found by index; nothing is forbidden to the planner. */
@ServiceTest
class MentorSearchPlansTest {
    private static final String BY_SKILL = "m.expertise @> ARRAY['skill7']::text[]";
    private static final String BY_WORDS = "m.search @@ websearch_to_tsquery('simple', 'word7')";

    private final JdbcClient psql;

    @Autowired
    MentorSearchPlansTest(FreshDatabase.Switch database) {
        this.psql = database.database().psql();
    }

    @BeforeEach
    void fill() {
        if (psql.sql("SELECT count(*) FROM mentoring.mentors").query(Long.class).single() > 0) {
            return;
        }
        psql.sql("""
                INSERT INTO mentoring.mentors (
                    user_id, headline, bio, expertise, time_zone, token_price, earning_tokens, slot_minutes,
                    buffer_minutes, min_notice_minutes, cancel_cutoff_minutes, penalty_tokens, direct_booking,
                    is_active, version, availability_version, created_at, updated_at
                )
                SELECT
                    gen_random_uuid(), 'word' || n, 'Twenty years of it', ARRAY['java', 'skill' || n], 'UTC', 20, 16, 60,
                    0, 60, 60, 0, TRUE, TRUE, 1, 0, now(), now()
                FROM generate_series(1, 20000) AS n""").update();
        psql.sql("VACUUM ANALYZE mentoring.mentors").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELECT user_id FROM mentoring.mentors AS m WHERE m.is_active AND SKILL"
                        + " ORDER BY m.user_id DESC LIMIT 21; ix_mentors_expertise",
                "SELECT count(*) FROM mentoring.mentors AS m WHERE m.is_active AND SKILL; ix_mentors_expertise",
                "SELECT user_id FROM mentoring.mentors AS m WHERE m.is_active AND WORDS"
                        + " ORDER BY m.user_id DESC LIMIT 21; ix_mentors_search",
                "SELECT count(*) FROM mentoring.mentors AS m WHERE m.is_active AND WORDS; ix_mentors_search",
                "SELECT user_id FROM mentoring.mentors AS m WHERE m.is_active AND SKILL AND WORDS"
                        + " ORDER BY m.user_id DESC LIMIT 21; ix_mentors_(search|expertise)"
            })
    void usesAnIndexForASearch(String query, String index) {
        assertThat(plan(query.replace("SKILL", BY_SKILL).replace("WORDS", BY_WORDS)))
                .anyMatch(line -> line.matches(".*Bitmap Index Scan on " + index + " .*"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    private List<String> plan(String query) {
        return psql.sql("EXPLAIN " + query)
                .query((line, number) -> line.getString(1))
                .list();
    }
}
