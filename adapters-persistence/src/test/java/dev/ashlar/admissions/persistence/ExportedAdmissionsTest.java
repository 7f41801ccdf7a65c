// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.admissions.application.DiscountRequestView;
import dev.ashlar.admissions.application.EnrollmentView;
import dev.ashlar.admissions.application.PersonalEventView;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.EnrollmentStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.PersonalData;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of admissions in the export of a person's data, page by page. */
@ServiceTest
@Kills(mutant = "mapper ApplicationViewMapper.enrollments owner", test = "exportsTheOwnRowsOnly")
class ExportedAdmissionsTest {
    private final AdmissionServices services;
    private final BeanFactory beans;
    private final TestCampus campus;

    @Autowired
    ExportedAdmissionsTest(AdmissionServices services, BeanFactory beans, FreshDatabase.Switch database) {
        this.services = services;
        this.beans = beans;
        this.campus = new TestCampus(services, database);
    }

    @Test
    void exportsTheOwnRowsOnly() {
        var other = campus.enrolled(campus.openBatch(2));
        var applicant = TestCampus.actor(Role.STUDENT);
        var dropped = enrolled(applicant);
        services.enrollments().withdraw(applicant, dropped.applicationId());
        var active = enrolled(applicant);

        assertThat(read(applicant, "Applications", ApplicationView.class))
                .extracting(ApplicationView::id)
                .containsExactly(active.applicationId(), dropped.applicationId());
        assertThat(read(applicant, "Discounts", DiscountRequestView.class))
                .extracting(request -> request.subject().applicationId())
                .containsExactly(active.applicationId(), dropped.applicationId());
        assertThat(read(applicant, "Enrollments", EnrollmentView.class))
                .extracting(EnrollmentView::status)
                .containsExactly(EnrollmentStatus.ACTIVE, EnrollmentStatus.DROPPED);
        assertThat(read(applicant, "ApplicationEvents", PersonalEventView.class))
                .extracting(row -> row.event().toStatus().name() + " "
                        + row.applicationId().equals(dropped.applicationId()))
                .containsExactly(
                        "DRAFT true",
                        "SUBMITTED true",
                        "UNDER_REVIEW true",
                        "ACCEPTED true",
                        "ENROLLED true",
                        "WITHDRAWN true",
                        "DRAFT false",
                        "SUBMITTED false",
                        "UNDER_REVIEW false",
                        "ACCEPTED false",
                        "ENROLLED false");
        assertThat(read(other.applicant(), "Enrollments", EnrollmentView.class)).hasSize(1);
    }

    private EnrollmentView enrolled(Actor applicant) {
        var batch = campus.openBatch(2);
        var id = services.admissions()
                .create(applicant, new Choice(batch.courseId(), batch.id(), null))
                .id();
        services.admissions().submit(applicant, id);
        services.reviews().begin(campus.sales, id);
        services.reviews().accept(campus.sales, id, null);
        services.discounts().request(campus.sales, id, Intake.half());
        services.enrollments().enroll(applicant, id, false);
        return read(applicant, "Enrollments", EnrollmentView.class).getFirst();
    }

    private <T> List<T> read(Actor owner, String name, Class<T> type) {
        var part = beans.getBean("dev.ashlar.admissions.application.Exported" + name, PersonalData.class);
        var rows = new ArrayList<T>();
        var page = part.page(owner, new PageRequest(1, null));
        page.items().forEach(row -> rows.add(type.cast(row)));
        while (page.next() != null) {
            page = part.page(owner, new PageRequest(1, page.next()));
            page.items().forEach(row -> rows.add(type.cast(row)));
        }
        return rows;
    }
}
