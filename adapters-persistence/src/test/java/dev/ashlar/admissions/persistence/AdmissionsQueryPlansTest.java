// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Indexes for the queries of admissions. */
@PersistenceTest
@Transactional
@Kills(mutant = "index ix_applications_batch_id", test = "everyQueryUsesAnIndex")
class AdmissionsQueryPlansTest {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "admissions.courses WHERE status = 'offered' AND id < ID ORDER BY id DESC LIMIT 9; ix_courses_status",
                "admissions.batches WHERE course_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_batches_course_id",
                "admissions.batches WHERE status = 'open' ORDER BY id LIMIT 1; ix_batches_status",
                "admissions.colleges WHERE is_active AND id > ID ORDER BY id LIMIT 9; (ix_colleges_is_active|pk_colleges)",
                "admissions.applications WHERE user_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_applications_user_id",
                "admissions.applications WHERE status = 'accepted' AND id < ID ORDER BY id DESC LIMIT 9;"
                        + " ix_applications_status",
                "admissions.applications WHERE batch_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_applications_batch_id",
                "admissions.applications WHERE batch_id = ID AND status = 'waitlisted' ORDER BY waitlisted_at, id LIMIT 9;"
                        + " ix_applications_waitlisted_at",
                "admissions.applications WHERE offer_expires_at <= now() ORDER BY offer_expires_at, id LIMIT 9;"
                        + " ix_applications_offer_expires_at",
                "admissions.applications WHERE user_id = ID AND course_id = ID AND status <> 'rejected' AND status <> 'withdrawn';"
                        + " uq_applications_user_id_course_id",
                "admissions.discount_requests WHERE user_id = ID AND id < ID ORDER BY id DESC LIMIT 9;"
                        + " ix_discount_requests_user_id",
                "admissions.discount_requests WHERE status = 'pending' AND id < ID ORDER BY id DESC LIMIT 9;"
                        + " ix_discount_requests_status",
                "admissions.discount_requests WHERE application_id = ID ORDER BY id; ix_discount_requests_application_id",
                "admissions.enrollments WHERE batch_id = ID AND id > ID ORDER BY id LIMIT 9; ix_enrollments_batch_id",
                "admissions.enrollments WHERE user_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_enrollments_user_id"
            })
    void everyQueryUsesAnIndex(String query, String index) {
        QueryPlans.assertIndex(jdbc, query, index);
    }

    /** The index is read whole, and all its rows are looked at again, if a pattern has no trigram. */
    @ParameterizedTest
    @ValueSource(strings = {"Zürich", "Zü", "z"})
    void theSearchForCollegesReadsNoOtherRows(String words) {
        jdbc.sql("""
                        INSERT INTO admissions.colleges (id, name, city, created_at, updated_at)
                        SELECT gen_random_uuid(), 'College ' || n, CASE n WHEN 7 THEN 'Zürich' ELSE 'Basel' END, now(), now()
                        FROM generate_series(1, 200) AS n""").update();
        jdbc.sql("SET LOCAL enable_seqscan = off").update();

        assertThat(jdbc.sql("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT FROM admissions.colleges"
                                + " WHERE search LIKE kernel.containing(:words)")
                        .param("words", words)
                        .query((line, number) -> line.getString(1))
                        .list())
                .anyMatch(line -> line.contains("ix_colleges_search"))
                .noneMatch(line -> line.contains("Removed"));
    }
}
