// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.application.ApplicationDetails;
import dev.ashlar.admissions.application.ApplicationEventView;
import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.application.CollegeView;
import dev.ashlar.admissions.application.CourseView;
import dev.ashlar.admissions.application.DiscountRequestView;
import dev.ashlar.admissions.application.RosterEntry;
import dev.ashlar.admissions.application.RosterView;
import dev.ashlar.admissions.domain.Applicant;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.BatchPlan;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.CollegeId;
import dev.ashlar.admissions.domain.CourseStatus;
import dev.ashlar.admissions.domain.DiscountRequest;
import dev.ashlar.admissions.domain.DiscountRequestId;
import dev.ashlar.admissions.domain.DiscountStatus;
import dev.ashlar.admissions.domain.EnrollmentId;
import dev.ashlar.admissions.domain.EnrollmentStatus;
import dev.ashlar.admissions.domain.Standing;
import dev.ashlar.admissions.domain.Tuition;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Example answers of admissions in the API description: one applicant with a discount and a seat. */
@Component
class AdmissionsExamples implements ExampleRecords {
    private static final UserId ADA = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b"));
    private static final UserId ADMIN = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000ad"));
    private static final CourseId COURSE = new CourseId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000f0"));
    private static final BatchId BATCH = new BatchId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000f1"));
    private static final CollegeId COLLEGE = new CollegeId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000f2"));
    private static final ApplicationId APPLICATION =
            new ApplicationId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000f3"));
    private static final EnrollmentId ENROLLMENT =
            new EnrollmentId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000f4"));
    private static final Money LIST_PRICE = Money.of("1800.00", "EUR");
    private static final Money FINAL_AMOUNT = Money.of("1500.00", "EUR");
    private static final Instant APPLIED_AT = Instant.parse("2026-02-01T10:00:00Z");
    private static final Instant DECIDED_AT = Instant.parse("2026-02-02T09:30:00Z");
    private static final Instant ENROLLED_AT = Instant.parse("2026-02-03T16:05:12Z");

    @Override
    public List<Record> all() {
        return List.of(
                course(),
                batch(),
                new CollegeView(COLLEGE, "ETH Zürich", "Zürich", true, 0),
                application(),
                new ApplicationDetails(application(), null, ENROLLMENT),
                event(),
                discount(),
                new RosterView(rosterEntry(), "Ada Lovelace"));
    }

    private static CourseView course() {
        return new CourseView(COURSE, "data-analytics", "Data analytics", LIST_PRICE, CourseStatus.OFFERED, 0);
    }

    private static BatchView batch() {
        var plan = new BatchPlan("data-2026-autumn", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 2, 28));
        return new BatchView(BATCH, COURSE, plan, 30, 28, 2, BatchStatus.OPEN, 1);
    }

    private static ApplicationView application() {
        return new ApplicationView(
                APPLICATION,
                "7Q2M-9XD4-T1BK",
                new Applicant(ADA, "lms"),
                new Choice(COURSE, BATCH, COLLEGE),
                new Tuition(LIST_PRICE, FINAL_AMOUNT),
                new Standing(ApplicationStatus.ENROLLED, null, null, ADMIN),
                APPLIED_AT,
                5);
    }

    private static ApplicationEventView event() {
        return new ApplicationEventView(
                3, ApplicationStatus.UNDER_REVIEW, ApplicationStatus.ACCEPTED, ADMIN, "Strong references", DECIDED_AT);
    }

    private static DiscountRequestView discount() {
        return new DiscountRequestView(
                new DiscountRequestId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000f5")),
                new DiscountRequest.Subject(APPLICATION, BATCH, ADA),
                FINAL_AMOUNT,
                ADA,
                DiscountStatus.APPROVED,
                new DiscountRequestView.DiscountDecision(FINAL_AMOUNT, ADMIN, DECIDED_AT, "Scholarship of the college"),
                APPLIED_AT);
    }

    private static RosterEntry rosterEntry() {
        return new RosterEntry(
                ENROLLMENT, APPLICATION, "7Q2M-9XD4-T1BK", ADA, FINAL_AMOUNT, EnrollmentStatus.ACTIVE, ENROLLED_AT);
    }
}
