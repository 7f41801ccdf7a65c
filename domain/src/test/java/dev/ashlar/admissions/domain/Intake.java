// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;

/** Courses, batches and applications for tests. */
public final class Intake {
    /** Time of the tests, with all the digits that PostgreSQL stores. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");
    /** Price of the courses. */
    public static final Money PRICE = Money.of("1800", "EUR");
    /** Reviewer of the applications. */
    public static final UserId REVIEWER = user();

    private static final IdSource IDS = IdSource.timeOrdered();

    private Intake() {}

    /** Returns a new user. */
    public static UserId user() {
        return new UserId(IdSource.timeOrdered().next());
    }

    /** Returns an unused code. */
    public static String code() {
        return "code-" + IDS.next().toString().substring(9);
    }

    /** Returns an offered course. */
    public static Course course() {
        return Course.of(new CourseId(IDS.next()), code(), "Data analytics", PRICE, NOW);
    }

    /** Returns dates of a batch with an unused code. */
    public static BatchPlan plan() {
        return new BatchPlan(code(), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 8, 31));
    }

    /** Returns an open batch of a course. */
    public static Batch openBatch(Course course, int capacity) {
        var planned = Batch.of(new BatchId(IDS.next()), course.id(), plan(), capacity, NOW);
        return planned.with(to(BatchStatus.OPEN));
    }

    /** Returns an edit of the status of a batch. */
    public static BatchEdit to(BatchStatus status) {
        return new BatchEdit(Change.keep(), Change.keep(), Change.keep(), Change.to(status));
    }

    /** Returns an edit of the capacity of a batch. */
    public static BatchEdit seats(int capacity) {
        return new BatchEdit(Change.keep(), Change.keep(), Change.to(capacity), Change.keep());
    }

    /** Returns a college that applications may name. */
    public static College college(String name, String city) {
        return College.of(new CollegeId(IDS.next()), name, city, NOW);
    }

    /** Returns a draft of a new user for a batch. */
    public static Application draft(Batch batch) {
        return draft(user(), batch);
    }

    /** Returns a draft for a batch. */
    public static Application draft(UserId user, Batch batch) {
        return Application.of(
                new ApplicationId(IDS.next()),
                new Applicant(user, "lms"),
                new Choice(batch.courseId(), batch.id(), null),
                PRICE,
                NOW);
    }

    /** Returns this draft under review. */
    public static Application underReview(Application draft) {
        return draft.submitted().reviewed(ApplicationStatus.UNDER_REVIEW, REVIEWER, NOW);
    }

    /** Returns this draft as accepted. */
    public static Application accepted(Application draft) {
        return underReview(draft).reviewed(ApplicationStatus.ACCEPTED, REVIEWER, NOW);
    }

    /** Returns this draft as accepted with an offered seat. */
    public static Application offered(Application draft, Instant expiresAt) {
        var accepted = accepted(draft);
        var standing = accepted.standing();
        return new Application(
                draft.id(),
                draft.applicationNo(),
                draft.applicant(),
                draft.choice(),
                draft.tuition(),
                new Standing(standing.status(), null, expiresAt, standing.decidedBy()),
                draft.createdAt(),
                draft.version());
    }

    /** Returns this draft on the waiting list since a time. */
    public static Application waiting(Application draft, Instant since) {
        return accepted(draft).waitlisted(since);
    }

    /** Returns a request for half the price of an application. */
    public static DiscountRequest discount(Application application, UserId requester) {
        return DiscountRequest.of(new DiscountRequestId(IDS.next()), application, half(), requester, NOW);
    }

    /** Returns half the price of the courses. */
    public static Money half() {
        return Money.of("900", "EUR");
    }

    /** Returns the enrollment of an application. */
    public static Enrollment enrollment(Application application) {
        return Enrollment.of(new EnrollmentId(IDS.next()), application, NOW);
    }
}
