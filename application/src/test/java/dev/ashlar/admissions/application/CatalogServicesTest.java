// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;

import dev.ashlar.admissions.application.ReferenceData.NewCollege;
import dev.ashlar.admissions.application.ReferenceData.NewCourse;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.CollegeEdit;
import dev.ashlar.admissions.domain.CourseEdit;
import dev.ashlar.admissions.domain.CourseStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class CatalogServicesTest {
    private final Office office = new Office();

    @Test
    void administratorsCreateAndEditCourses() {
        var course = office.courses.create(office.admin, Intake.code(), "Statistics", Intake.PRICE);
        var retire = new CourseEdit(Change.keep(), Change.keep(), Change.to(CourseStatus.RETIRED));

        assertThat(office.courses.edit(office.admin, course.id(), 0, retire).version())
                .isEqualTo(1);

        assertRefused(KernelProblem.STALE_VERSION, () -> office.courses.edit(office.admin, course.id(), 0, retire));
        assertThat(office.courses.edit(office.admin, course.id(), 1, retire).version())
                .as("an edit without a change")
                .isEqualTo(1);
        assertThat(office.courses.count(office.student)).isZero();
        assertThat(office.courses.list(office.admin, PageRequest.first()).items())
                .hasSize(1);
        assertRefused(
                AdmissionsProblem.COURSE_NOT_FOUND,
                () -> office.courses.get(Intake.course().id()));
    }

    @Test
    void othersChangeNothing() {
        var batch = office.openBatch(1);
        var college = office.colleges.create(office.admin, "A", "B");
        for (var other : List.of(office.student, office.sales)) {
            assertRefused(KernelProblem.FORBIDDEN, () -> office.courses.create(other, "code", "Title", Intake.PRICE));
            assertRefused(
                    KernelProblem.FORBIDDEN,
                    () -> office.courses.edit(
                            other, batch.courseId(), 0, new CourseEdit(Change.keep(), Change.keep(), Change.keep())));
            assertRefused(
                    KernelProblem.FORBIDDEN, () -> office.batches.create(other, batch.courseId(), Intake.plan(), 1));
            assertRefused(KernelProblem.FORBIDDEN, () -> office.batches.edit(other, batch.id(), 1, Intake.seats(2)));
            assertRefused(KernelProblem.FORBIDDEN, () -> office.colleges.create(other, "A", "C"));
            assertRefused(
                    KernelProblem.FORBIDDEN,
                    () -> office.colleges.edit(
                            other, college.id(), 0, new CollegeEdit(Change.keep(), Change.keep(), Change.keep())));
        }
        assertRefused(
                KernelProblem.FORBIDDEN, () -> office.batches.roster(office.student, batch.id(), PageRequest.first()));
    }

    @Test
    void editsAVersionOfABatchOnce() {
        var batch = office.openBatch(1);

        assertRefused(
                KernelProblem.STALE_VERSION, () -> office.batches.edit(office.admin, batch.id(), 0, Intake.seats(2)));
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> office.batches.edit(office.admin, batch.id(), 0, Intake.to(BatchStatus.COMPLETED)));
        assertThat(office.batches
                        .edit(office.admin, batch.id(), 1, Intake.seats(1))
                        .version())
                .as("an edit without a change")
                .isEqualTo(1);
        assertThat(office.batches
                        .edit(office.admin, batch.id(), 1, Intake.seats(2))
                        .free())
                .isEqualTo(2);
        assertThat(office.batches.list(batch.courseId(), PageRequest.first()).items())
                .hasSize(1);
        assertRefused(
                AdmissionsProblem.COURSE_NOT_FOUND,
                () -> office.batches.list(Intake.course().id(), PageRequest.first()));
        assertRefused(
                AdmissionsProblem.BATCH_NOT_FOUND,
                () -> office.batches.get(Intake.openBatch(Intake.course(), 1).id()));
    }

    @Test
    void theRosterNamesThoseWhoHaveAnAccount() {
        var batch = office.openBatch(2);
        var gone = Office.actor(Role.STUDENT);
        office.enrolled(office.student, batch);
        office.enrolled(gone, batch);
        given(office.people.profiles(List.of(office.student.userId(), gone.userId())))
                .willReturn(List.of(new PublicProfile(office.student.userId(), "ada", "Ada", null, null)));

        assertThat(office.batches
                        .roster(office.sales, batch.id(), PageRequest.first())
                        .items())
                .extracting(RosterView::displayName)
                .containsExactly("Ada", null);
    }

    @Test
    void administratorsCreateAndEditColleges() {
        var college = office.colleges.create(office.admin, "ETH Zürich", "Zürich");
        var close = new CollegeEdit(Change.keep(), Change.keep(), Change.to(false));

        assertThat(office.colleges.edit(office.admin, college.id(), 0, close).version())
                .isEqualTo(1);

        assertRefused(KernelProblem.STALE_VERSION, () -> office.colleges.edit(office.admin, college.id(), 0, close));
        assertThat(office.colleges.count(office.student, null)).isZero();
        assertThat(office.colleges.list(office.admin, " ", PageRequest.first()).items())
                .hasSize(1);
        assertThat(office.colleges.get(college.id()).active()).isFalse();
        assertRefused(
                AdmissionsProblem.COLLEGE_NOT_FOUND,
                () -> office.colleges.get(Intake.college("A", "B").id()));
    }

    @Test
    void seedsAddMissingRowsOnly() {
        var data = Mockito.mock(ReferenceData.class);
        given(data.colleges()).willReturn(List.of(new NewCollege("ETH Zürich", "Zürich")));
        given(data.courses()).willReturn(List.of(new NewCourse("data-analytics", "Data analytics", Intake.PRICE)));
        var ports = office.stores.ports();
        var seed = new AdmissionsSeed(data, ports.colleges(), ports.courses(), IdSource.timeOrdered(), office::now);

        assertThat(seed.ensure()).isEqualTo(2);
        assertThat(seed.ensure()).isZero();
    }

    @Test
    void aBrokenFixtureChangesNothing() {
        var data = Mockito.mock(ReferenceData.class);
        given(data.colleges()).willReturn(List.of(new NewCollege("ETH Zürich", "Zürich")));
        given(data.courses()).willThrow(new IllegalStateException("courses.json, line 3, /code: must not be blank"));
        var ports = office.stores.ports();
        var seed = new AdmissionsSeed(data, ports.colleges(), ports.courses(), IdSource.timeOrdered(), office::now);

        assertThatThrownBy(seed::run).hasMessage("courses.json, line 3, /code: must not be blank");
        assertThat(office.stores.colleges()).isEmpty();
    }
}
