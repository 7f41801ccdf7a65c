// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.CollegeId;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.admissions.domain.Enrollment;
import dev.ashlar.admissions.domain.InMemoryAdmissions;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Views of admissions over stores in memory. */
final class InMemoryViews implements CatalogViews, ApplicationViews {
    private final InMemoryAdmissions stores;

    InMemoryViews(InMemoryAdmissions stores) {
        this.stores = stores;
    }

    @Override
    public Optional<CourseView> course(CourseId id) {
        return stores.ports().courses().find(id).map(course -> CourseView.of(course, course.version()));
    }

    @Override
    public List<CourseView> courses(boolean includesRetired, @Nullable UUID beforeId, int limit) {
        return stores.courses().stream()
                .filter(course -> includesRetired || course.isOffered())
                .map(course -> CourseView.of(course, course.version()))
                .limit(limit)
                .toList();
    }

    @Override
    public long countCourses(boolean includesRetired) {
        return courses(includesRetired, null, Integer.MAX_VALUE).size();
    }

    @Override
    public Optional<BatchView> batch(BatchId id) {
        return stores.ports().batches().find(id).map(batch -> BatchView.of(batch, batch.version()));
    }

    @Override
    public List<BatchView> batches(CourseId course, @Nullable UUID beforeId, int limit) {
        return stores.batches().stream()
                .filter(batch -> batch.courseId().equals(course))
                .map(batch -> BatchView.of(batch, batch.version()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<CollegeView> college(CollegeId id) {
        return stores.ports().colleges().find(id).map(college -> CollegeView.of(college, college.version()));
    }

    @Override
    public List<CollegeView> colleges(CollegeFilter filter, @Nullable UUID afterId, int limit) {
        return stores.colleges().stream()
                .filter(college -> filter.includesInactive() || college.active())
                .map(college -> CollegeView.of(college, college.version()))
                .limit(limit)
                .toList();
    }

    @Override
    public long countColleges(CollegeFilter filter) {
        return colleges(filter, null, Integer.MAX_VALUE).size();
    }

    @Override
    public List<RosterEntry> roster(BatchId batch, @Nullable UUID afterId, int limit) {
        return stores.enrollments().stream()
                .filter(enrollment -> enrollment.batchId().equals(batch))
                .map(this::rosterEntry)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<ApplicationDetails> details(ApplicationId id) {
        return stores.ports()
                .applications()
                .find(id)
                .map(application -> new ApplicationDetails(view(application), null, null));
    }

    @Override
    public List<ApplicationView> applications(ApplicationFilter filter, @Nullable UUID beforeId, int limit) {
        return stores.applications().stream()
                .filter(application ->
                        filter.userId() == null || application.userId().equals(filter.userId()))
                .filter(application -> filter.status() == null || application.status() == filter.status())
                .map(InMemoryViews::view)
                .limit(limit)
                .toList();
    }

    @Override
    public long countApplications(ApplicationFilter filter) {
        return applications(filter, null, Integer.MAX_VALUE).size();
    }

    @Override
    public List<ApplicationEventView> events(ApplicationId id, @Nullable Long afterVersion, int limit) {
        return stores.events().stream()
                .filter(event -> event.applicationId().equals(id))
                .map(event -> new ApplicationEventView(
                        event.version(), event.from(), event.to(), event.actorId(), event.note(), event.createdAt()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<EnrollmentView> enrollments(UserId userId, @Nullable UUID beforeId, int limit) {
        return stores.enrollments().stream()
                .filter(enrollment -> enrollment.userId().equals(userId))
                .map(enrollment -> new EnrollmentView(
                        enrollment.id(),
                        enrollment.applicationId(),
                        enrollment.batchId(),
                        enrollment.status(),
                        enrollment.createdAt()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PersonalEventView> personalEvents(UserId userId, @Nullable ApplicationEventPlace after, int limit) {
        return stores.applications().stream()
                .filter(application -> application.userId().equals(userId))
                .flatMap(application -> events(application.id(), null, limit).stream()
                        .map(event -> new PersonalEventView(application.id(), event)))
                .limit(limit)
                .toList();
    }

    @Override
    public List<DiscountRequestView> discounts(
            @Nullable UserId userId, @Nullable DiscountStatus status, @Nullable UUID beforeId, int limit) {
        return stores.discounts().stream()
                .filter(request -> userId == null || request.subject().userId().equals(userId))
                .filter(request -> status == null || request.status() == status)
                .map(DiscountRequestView::of)
                .limit(limit)
                .toList();
    }

    @Override
    public long countDiscounts(@Nullable UserId userId, @Nullable DiscountStatus status) {
        return discounts(userId, status, null, Integer.MAX_VALUE).size();
    }

    private RosterEntry rosterEntry(Enrollment enrollment) {
        var application =
                stores.ports().applications().find(enrollment.applicationId()).orElseThrow();
        return new RosterEntry(
                enrollment.id(),
                application.id(),
                application.applicationNo(),
                application.userId(),
                application.tuition().finalAmount(),
                enrollment.status(),
                enrollment.createdAt());
    }

    private static ApplicationView view(Application application) {
        return ApplicationView.of(application, application.version());
    }
}
