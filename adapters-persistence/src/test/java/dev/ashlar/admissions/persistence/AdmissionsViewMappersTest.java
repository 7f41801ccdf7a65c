// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static dev.ashlar.admissions.domain.Intake.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.application.ApplicationEventView;
import dev.ashlar.admissions.application.ApplicationFilter;
import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.application.CollegeFilter;
import dev.ashlar.admissions.application.CollegeView;
import dev.ashlar.admissions.application.CourseView;
import dev.ashlar.admissions.application.DiscountRequestView;
import dev.ashlar.admissions.application.RosterEntry;
import dev.ashlar.admissions.domain.AdmissionsContract;
import dev.ashlar.admissions.domain.AdmissionsStores;
import dev.ashlar.admissions.domain.ApplicationEvent;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.CollegeEdit;
import dev.ashlar.admissions.domain.CourseEdit;
import dev.ashlar.admissions.domain.CourseStatus;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.admissions.domain.Enrollment;
import dev.ashlar.admissions.domain.EnrollmentStatus;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Views of admissions with every filter, page by page. */
@PersistenceTest
@RolledBack
@Kills(mutant = "mapper ApplicationViewMapper.wanted owner", test = "readsApplicationsWithEachFilter")
@Kills(mutant = "mapper ApplicationViewMapper.wantedDiscounts owner", test = "readsDiscountRequestsWithEachFilter")
class AdmissionsViewMappersTest extends AdmissionsContract {
    @Autowired
    private AdmissionMappers mappers;

    @Autowired
    private CatalogViewMapper catalog;

    @Autowired
    private ApplicationViewMapper applications;

    @Override
    protected AdmissionsStores stores() {
        return mappers.stores();
    }

    @Test
    void readsCoursesNewestFirst() {
        var retired = Intake.course();
        stores().courses().insert(retired);
        stores().courses()
                .edit(
                        retired.with(new CourseEdit(Change.keep(), Change.keep(), Change.to(CourseStatus.RETIRED))),
                        0,
                        NOW);

        assertThat(catalog.course(course.id()))
                .contains(new CourseView(
                        course.id(), course.code(), course.title(), Intake.PRICE, CourseStatus.OFFERED, 0));
        assertThat(catalog.courses(true, null, 10))
                .extracting(CourseView::id)
                .containsExactly(retired.id(), course.id());
        assertThat(catalog.courses(true, retired.id().value(), 10))
                .extracting(CourseView::id)
                .containsExactly(course.id());
        assertThat(catalog.courses(false, null, 10)).extracting(CourseView::id).containsExactly(course.id());
        assertThat(catalog.courses(true, null, 1)).hasSize(1);
        assertThat(catalog.countCourses(true)).isEqualTo(2);
        assertThat(catalog.countCourses(false)).isEqualTo(1);
    }

    @Test
    void readsBatchesWithTheirFreeSeats() {
        stores().batches().take(batch.id(), NOW);
        stores().batches().offer(batch.id(), 1, NOW);
        var next = Intake.openBatch(course, 7);
        stores().batches().insert(next);

        assertThat(catalog.batch(batch.id()))
                .contains(new BatchView(batch.id(), course.id(), batch.plan(), 2, 1, 0, BatchStatus.OPEN, 0));
        assertThat(catalog.batches(course.id(), null, 10))
                .extracting(BatchView::id)
                .containsExactly(next.id(), batch.id());
        assertThat(catalog.batches(course.id(), next.id().value(), 10))
                .extracting(BatchView::id)
                .containsExactly(batch.id());
        assertThat(catalog.batches(Intake.course().id(), null, 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zurich, 1",
        "ZÜRICH eth, 0",
        "eth zürich, 1",
        "Ł, 1",
        "ol, 0",
        "lodz, 1",
        "strasse, 1",
        "Straße, 1",
        "ST, 1",
        "100%, 1",
        "00%, 1",
        "%, 0",
        "_, 0",
        "'\\', 0"
    })
    void findsCollegesWhateverTheirCaseAndAccents(String words, int found) {
        stores().colleges().insert(Intake.college("ETH Zürich", "Zürich"));
        stores().colleges().insert(Intake.college("Politechnika", "Łódź"));
        stores().colleges().insert(Intake.college("100% College", "Here"));
        stores().colleges().insert(Intake.college("Haus an der Straße", "Wien"));

        assertThat(catalog.colleges(new CollegeFilter(words, true), null, 10)).hasSize(found);
        assertThat(catalog.countColleges(new CollegeFilter(words, true))).isEqualTo(found);
    }

    @Test
    void readsCollegesOldestFirst() {
        var active = Intake.college("A", "City");
        var inactive = Intake.college("B", "City");
        stores().colleges().insert(active);
        stores().colleges().insert(inactive);
        stores().colleges()
                .edit(inactive.with(new CollegeEdit(Change.keep(), Change.keep(), Change.to(false))), 0, NOW);

        assertThat(catalog.college(active.id())).contains(new CollegeView(active.id(), "A", "City", true, 0));
        assertThat(catalog.colleges(new CollegeFilter(null, true), null, 10))
                .extracting(CollegeView::name)
                .containsExactly("A", "B");
        assertThat(catalog.colleges(new CollegeFilter(null, true), active.id().value(), 10))
                .extracting(CollegeView::name)
                .containsExactly("B");
        assertThat(catalog.colleges(new CollegeFilter(null, false), null, 10)).hasSize(1);
        assertThat(catalog.countColleges(new CollegeFilter(null, false))).isEqualTo(1);
    }

    @Test
    void readsARosterWithoutDroppedEnrollments() {
        var first = enrolled();
        var dropped = enrolled();
        var last = enrolled();
        stores().enrollments().drop(dropped.id(), NOW);

        var application = stores().applications().find(first.applicationId()).orElseThrow();
        assertThat(catalog.roster(batch.id(), null, 10))
                .containsExactly(
                        new RosterEntry(
                                first.id(),
                                application.id(),
                                application.applicationNo(),
                                application.userId(),
                                Intake.PRICE,
                                EnrollmentStatus.ACTIVE,
                                NOW),
                        entryOf(last));
        assertThat(catalog.roster(batch.id(), first.id().value(), 10))
                .extracting(RosterEntry::id)
                .containsExactly(last.id());
    }

    @Test
    void readsAnApplicationWithItsPlaceOnTheList() {
        var first = stored(Intake.waiting(Intake.draft(batch), NOW));
        var second = stored(Intake.waiting(Intake.draft(batch), NOW));
        var enrollment = enrolled();

        assertThat(applications.details(first.id()).orElseThrow().waitlistPosition())
                .isEqualTo(1);
        assertThat(applications.details(second.id()).orElseThrow().waitlistPosition())
                .isEqualTo(2);
        var details = applications.details(enrollment.applicationId()).orElseThrow();
        assertThat(details.waitlistPosition()).isNull();
        assertThat(details.enrollmentId()).isEqualTo(enrollment.id());
        var application = again(first);
        assertThat(applications.details(first.id()).orElseThrow().application())
                .isEqualTo(new ApplicationView(
                        application.id(),
                        application.applicationNo(),
                        application.applicant(),
                        application.choice(),
                        application.tuition(),
                        application.standing(),
                        NOW,
                        1));
    }

    @Test
    void readsApplicationsWithEachFilter() {
        var mine = stored(Intake.draft(batch).submitted());
        var other = stored(Intake.waiting(Intake.draft(batch), NOW));
        var everything = new ApplicationFilter(null, null, null);

        assertThat(ids(everything, null)).containsExactly(other.id(), mine.id());
        assertThat(ids(everything, other.id().value())).containsExactly(mine.id());
        for (var filter : List.of(
                new ApplicationFilter(mine.userId(), null, null),
                new ApplicationFilter(null, batch.id(), ApplicationStatus.SUBMITTED))) {
            assertThat(ids(filter, null)).containsExactly(mine.id());
            assertThat(applications.countApplications(filter)).isEqualTo(1);
        }
        assertThat(applications.countApplications(everything)).isEqualTo(2);
        assertThat(ids(new ApplicationFilter(null, Intake.openBatch(course, 1).id(), null), null))
                .isEmpty();
    }

    @Test
    void readsChangesOldestFirst() {
        var draft = Intake.draft(batch);
        stores().applications().insert(draft);
        stores().events().insert(ApplicationEvent.created(draft));
        stores().events().insert(ApplicationEvent.of(draft, draft.submitted(), draft.userId(), "Done", NOW));

        assertThat(applications.events(draft.id(), null, 10))
                .containsExactly(
                        new ApplicationEventView(0, null, ApplicationStatus.DRAFT, draft.userId(), null, NOW),
                        new ApplicationEventView(
                                1, ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED, draft.userId(), "Done", NOW));
        assertThat(applications.events(draft.id(), 0L, 10)).hasSize(1);
    }

    @Test
    void readsDiscountRequestsWithEachFilter() {
        var application = stored(Intake.accepted(Intake.draft(batch)));
        var rejected = Intake.discount(application, application.userId());
        stores().discounts().insert(rejected);
        stores().discounts().decide(rejected.rejected(Intake.user(), "No", NOW));
        var pending = Intake.discount(application, application.userId());
        stores().discounts().insert(pending);

        assertThat(applications.discounts(null, null, null, 10))
                .extracting(DiscountRequestView::id)
                .containsExactly(pending.id(), rejected.id());
        assertThat(applications.discounts(application.userId(), DiscountStatus.PENDING, null, 10))
                .singleElement()
                .satisfies(view -> assertThat(view.decision().decidedAt()).isNull());
        assertThat(applications.discounts(null, null, pending.id().value(), 10))
                .singleElement()
                .satisfies(view -> assertThat(view.decision().note()).isEqualTo("No"));
        assertThat(applications.countDiscounts(null, null)).isEqualTo(2);
        assertThat(applications.countDiscounts(application.userId(), DiscountStatus.REJECTED))
                .isEqualTo(1);
        assertThat(applications.countDiscounts(Intake.user(), null)).isZero();
    }

    private List<ApplicationId> ids(ApplicationFilter filter, @Nullable UUID beforeId) {
        return applications.applications(filter, beforeId, 10).stream()
                .map(ApplicationView::id)
                .toList();
    }

    private RosterEntry entryOf(Enrollment enrollment) {
        var application =
                stores().applications().find(enrollment.applicationId()).orElseThrow();
        return new RosterEntry(
                enrollment.id(),
                application.id(),
                application.applicationNo(),
                application.userId(),
                Intake.PRICE,
                EnrollmentStatus.ACTIVE,
                NOW);
    }

    private Enrollment enrolled() {
        var enrollment =
                Intake.enrollment(stored(Intake.accepted(Intake.draft(batch)).enrolled()));
        stores().enrollments().insert(enrollment);
        return enrollment;
    }
}
