// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.admissions.domain.AdmissionsStores;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.ApplicationEvent;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Privileges;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of PostgreSQL itself, to the owner of the tables and to the application. */
@PersistenceTest
@Kills(mutant = "index uq_discount_requests_approved", test = "refusesASecondPendingOrApprovedDiscount")
@Kills(mutant = "index uq_discount_requests_pending", test = "refusesASecondPendingOrApprovedDiscount")
class AdmissionsTamperingTest {
    private final AdmissionsStores stores;
    private final TransactionTemplate transaction;
    private final JdbcClient application;
    private final JdbcClient psql;
    private UUID accepted = UUID.randomUUID();
    private UUID waiting = UUID.randomUUID();

    @Autowired
    AdmissionsTamperingTest(
            AdmissionMappers mappers,
            PlatformTransactionManager transactions,
            JdbcClient application,
            FreshDatabase.Switch database) {
        this.stores = mappers.stores();
        this.transaction = new TransactionTemplate(transactions);
        this.application = application;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void apply() {
        transaction.executeWithoutResult(_ -> {
            var course = Intake.course();
            var batch = Intake.openBatch(course, 5);
            stores.courses().insert(course);
            stores.batches().insert(batch);
            stores.batches().take(batch.id(), Intake.NOW);
            stores.batches().offer(batch.id(), 1, Intake.NOW);
            accepted = stored(Intake.accepted(Intake.draft(batch)));
            waiting = stored(Intake.waiting(Intake.draft(batch), Intake.NOW));
        });
    }

    private UUID stored(Application wanted) {
        var draft = Application.of(wanted.id(), wanted.applicant(), wanted.choice(), Intake.PRICE, wanted.createdAt());
        stores.applications().insert(draft);
        stores.applications().change(wanted, 0, Intake.NOW);
        stores.events().insert(ApplicationEvent.created(draft));
        stores.discounts().insert(Intake.discount(wanted, wanted.userId()));
        stores.enrollments().insert(Intake.enrollment(wanted));
        return wanted.id().value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE admissions.courses SET list_price = 0; chk_courses_list_price",
                "UPDATE admissions.courses SET currency = 'JPY', list_price = 12.5; chk_courses_list_price",
                "UPDATE admissions.batches SET capacity = 1; chk_batches_seats",
                "UPDATE admissions.batches SET enrolled_count = 5; chk_batches_seats",
                "UPDATE admissions.batches SET offered_count = -1; chk_batches_seats",
                "UPDATE admissions.batches SET capacity = 10001; chk_batches_capacity",
                "UPDATE admissions.batches SET status = 'cancelled'; chk_batches_status",
                "UPDATE admissions.batches SET status = 'completed'; chk_batches_status",
                "UPDATE admissions.batches SET ends_on = starts_on - 1; chk_batches_dates",
                "UPDATE admissions.applications SET final_amount = list_price + 1; chk_applications_final_amount",
                "UPDATE admissions.applications SET final_amount = -1; chk_applications_final_amount",
                "UPDATE admissions.applications SET batch_id = NULL WHERE id = :accepted; chk_applications_batch",
                "UPDATE admissions.applications SET waitlisted_at = now() WHERE id = :accepted; chk_applications_waitlisted_at",
                "UPDATE admissions.applications SET waitlisted_at = NULL WHERE id = :waiting; chk_applications_waitlisted_at",
                "UPDATE admissions.applications SET offer_expires_at = now() WHERE id = :waiting; chk_applications_offer",
                "UPDATE admissions.applications SET decided_by = user_id; chk_applications_decider",
                "UPDATE admissions.applications SET decided_by = NULL WHERE id = :accepted; chk_applications_decision",
                "UPDATE admissions.applications SET course_id = gen_random_uuid(); fk_applications_",
                "UPDATE admissions.applications SET user_id = gen_random_uuid() WHERE id = :accepted; application_id",
                "UPDATE admissions.discount_requests SET status = 'approved'; chk_discount_requests_decision",
                "UPDATE admissions.discount_requests SET status = 'rejected', decided_at = now();"
                        + " chk_discount_requests_decision",
                "UPDATE admissions.discount_requests SET status = 'approved', approved_price = 1, decided_at = now(),"
                        + " decided_by = requested_by; chk_discount_requests_decider",
                "UPDATE admissions.discount_requests SET status = 'approved', approved_price = -1, decided_at = now(),"
                        + " decided_by = gen_random_uuid(); chk_discount_requests_approved_price",
                "UPDATE admissions.application_events SET note = 'x'; append-only",
                "DELETE FROM admissions.application_events; append-only",
                "DELETE FROM admissions.applications WHERE id = :accepted; _application_id"
            })
    void theDatabaseRefusesInvalidRows(String sql, String refusal) {
        assertThatThrownBy(() -> psql.sql(sql)
                        .param("accepted", accepted)
                        .param("waiting", waiting)
                        .update())
                .rootCause()
                .hasMessageContaining(refusal);
    }

    @Test
    void refusesASecondPendingOrApprovedDiscount() {
        for (var status : List.of("pending", "approved")) {
            assertThatThrownBy(() -> psql.sql("""
                            INSERT INTO admissions.discount_requests (
                                id, application_id, batch_id, user_id, requested_price, currency, requested_by, status, created_at,
                                updated_at, approved_price, decided_by, decided_at
                            )
                            SELECT
                                gen_random_uuid(), d.application_id, d.batch_id, d.user_id, 1, 'EUR', d.requested_by,
                                s.status::admissions.discount_status, now(), now(), s.price, s.decider, s.at
                            FROM admissions.discount_requests AS d
                            CROSS JOIN (
                                SELECT
                                    :status AS status,
                                    CASE :status WHEN 'approved' THEN 1 END AS price,
                                    CASE :status WHEN 'approved' THEN gen_random_uuid() END AS decider,
                                    CASE :status WHEN 'approved' THEN now() END AS at
                                FROM generate_series(1, 2)
                            ) AS s
                            WHERE d.application_id = :accepted""")
                            .param("status", status)
                            .param("accepted", accepted)
                            .update())
                    .rootCause()
                    .hasMessageContaining("uq_discount_requests_" + status);
        }
    }

    @Test
    void refusesASecondSeatOfAPersonInABatch() {
        assertThatThrownBy(() -> psql.sql("""
                        WITH again AS (
                            INSERT INTO admissions.applications (
                                id, application_no, user_id, platform, course_id, batch_id, list_price, final_amount, currency, status,
                                created_at, updated_at
                            )
                            SELECT
                                gen_random_uuid(), 'AAAA-BBBB-CCCC', user_id, platform, course_id, batch_id, list_price,
                                final_amount, currency, 'withdrawn', now(), now()
                            FROM admissions.applications
                            WHERE id = ?
                            RETURNING id, user_id, batch_id
                        )
                        INSERT INTO admissions.enrollments (id, application_id, user_id, batch_id, created_at, updated_at)
                        SELECT gen_random_uuid(), id, user_id, batch_id, now(), now()
                        FROM again""").param(accepted).update())
                .rootCause()
                .hasMessageContaining("uq_enrollments_user_id_batch_id");
    }

    @Test
    void refusesASecondLiveApplicationForACourse() {
        assertThatThrownBy(() -> psql.sql("""
                        INSERT INTO admissions.applications (
                            id, application_no, user_id, platform, course_id, list_price, final_amount, currency, status, created_at,
                            updated_at
                        )
                        SELECT
                            gen_random_uuid(), 'AAAA-BBBB-DDDD', user_id, platform, course_id, list_price, final_amount, currency,
                            'draft', now(), now()
                        FROM admissions.applications
                        WHERE id = ?""").param(accepted).update())
                .rootCause()
                .hasMessageContaining("uq_applications_user_id_course_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE admissions.application_events SET note = 'x'",
                "DELETE FROM admissions.applications",
                "DELETE FROM admissions.discount_requests",
                "DELETE FROM admissions.enrollments",
                "DELETE FROM admissions.batches",
                "TRUNCATE admissions.application_events",
                "ALTER TABLE admissions.batches DROP CONSTRAINT chk_batches_seats",
                "CREATE TABLE admissions.more (id int)"
            })
    void theApplicationLacksThePrivilege(String sql) {
        Privileges.assertRefused(application, sql);
    }
}
