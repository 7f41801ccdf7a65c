// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Round trips of enrolling and freeing seats: independent of the length of the waiting list. */
@ServiceTest
class AdmissionsStatementsTest {
    private final AdmissionServices services;
    private final StatementCounter statements;
    private final TestCampus campus;

    @Autowired
    AdmissionsStatementsTest(AdmissionServices services, StatementCounter statements, FreshDatabase.Switch database) {
        this.services = services;
        this.statements = statements;
        this.campus = new TestCampus(services, database);
    }

    @Test
    void enrollsInSevenStatements() {
        var applied = campus.accepted(campus.openBatch(1));

        assertThat(statements.of(() -> services.enrollments().enroll(applied.applicant(), applied.id(), false)))
                .containsExactly(
                        "ApplicationMapper.find",
                        "ApplicationMapper.lock",
                        "BatchMapper.take",
                        "EnrollmentMapper.insert",
                        "DiscountRequestMapper.endPending",
                        "ApplicationMapper.change",
                        "ApplicationEventMapper.insert");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void offersAnyNumberOfSeatsInTwoStatements(int waiting) {
        var batch = campus.openBatch(1);
        campus.enrolled(batch);
        for (int count = 0; count < waiting; count++) {
            campus.waiting(batch);
        }

        assertThat(statements.of(() -> services.batches().edit(campus.admin, batch.id(), 1, Intake.seats(1 + waiting))))
                .containsExactly(
                        "BatchMapper.lock",
                        "BatchMapper.edit",
                        "ApplicationMapper.offerSeats",
                        "BatchMapper.offer",
                        "CatalogViewMapper.batch");
    }
}
