// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.domain.ApplicationEdit;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.admissions.persistence.TestCampus.Applied;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Applicants who delete their accounts. */
@ServiceTest
class EraseApplicantOnUserDeletedTest {
    private final AdmissionServices services;
    private final CollegeMapper colleges;
    private final Announcer announcer;
    private final TransactionTemplate transaction;
    private final TestCampus campus;

    @Autowired
    EraseApplicantOnUserDeletedTest(
            AdmissionServices services,
            CollegeMapper colleges,
            Announcer announcer,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.services = services;
        this.colleges = colleges;
        this.announcer = announcer;
        this.transaction = new TransactionTemplate(transactions);
        this.campus = new TestCampus(services, database);
    }

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void givesUpTheSeatAndErasesTheCollege() {
        var batch = campus.openBatch(2);
        var leaving = campus.accepted(batch);
        nameCollege(leaving);
        services.enrollments().enroll(leaving.applicant(), leaving.id(), false);
        var staying = campus.enrolled(batch);

        announce(leaving);
        announce(leaving);

        assertThat(campus.statusOf(leaving.id())).isEqualTo("withdrawn");
        assertThat(campus.statusOf(staying.id())).isEqualTo("enrolled");
        campus.assertSeats(batch, 1, 0);
        assertThat(campus.count(
                        "admissions.applications WHERE college_id IS NOT NULL AND id = ?",
                        leaving.id().value()))
                .isZero();
    }

    @Test
    void aCompletedEnrollmentStays() {
        var batch = campus.openBatch(1);
        var enrolled = campus.enrolled(batch);
        services.batches().edit(campus.admin, batch.id(), 1, Intake.to(BatchStatus.RUNNING));
        services.batches().edit(campus.admin, batch.id(), 2, Intake.to(BatchStatus.COMPLETED));

        announce(enrolled);

        assertThat(campus.statusOf(enrolled.id())).isEqualTo("enrolled");
    }

    private void nameCollege(Applied applied) {
        var college = Intake.college("College of the leaving", "City");
        transaction.executeWithoutResult(_ -> colleges.insert(college));
        var version = services.admissions()
                .get(applied.applicant(), applied.id())
                .application()
                .version();
        services.admissions()
                .edit(
                        applied.applicant(),
                        applied.id(),
                        version,
                        new ApplicationEdit(Change.keep(), Change.to(college.id())));
    }

    private void announce(Applied leaving) {
        announcer.announce(new UserDeleted(leaving.applicant().userId(), Intake.NOW));
    }
}
