// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.web;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
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
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;

/** Callers of admissions, each with an access token of its role, and the views that services return to them. */
@Lazy
class Visitors {
    static final Actor STUDENT = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    static final Actor SALES = new Actor(new UserId(Caller.USER), Role.SALES, "mentor");
    static final CourseId COURSE = new CourseId(uuid("c1"));
    static final BatchId BATCH = new BatchId(uuid("b1"));
    static final CollegeId COLLEGE = new CollegeId(uuid("a1"));
    static final ApplicationId APPLICATION = new ApplicationId(uuid("d1"));
    static final EnrollmentId ENROLLMENT = new EnrollmentId(uuid("e1"));
    static final DiscountRequestId DISCOUNT = new DiscountRequestId(uuid("f1"));
    static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    static final Money PRICE = Money.of("1800", "EUR");
    static final Money LOWER = Money.of("900", "EUR");

    private final Caller client;

    Visitors(Caller client) {
        this.client = client;
    }

    static CourseView course() {
        return new CourseView(COURSE, "data", "Data analytics", PRICE, CourseStatus.OFFERED, 3);
    }

    static BatchView batch() {
        return new BatchView(BATCH, COURSE, plan(), 30, 28, 1, BatchStatus.OPEN, 3);
    }

    static BatchPlan plan() {
        return new BatchPlan("data-2027", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 8, 31));
    }

    static CollegeView college() {
        return new CollegeView(COLLEGE, "ETH Zürich", "Zürich", true, 3);
    }

    static ApplicationView application(ApplicationStatus status) {
        return new ApplicationView(
                APPLICATION,
                "7Q2M-9XD4-T1BK",
                new Applicant(STUDENT.userId(), "mentor"),
                new Choice(COURSE, BATCH, null),
                new Tuition(PRICE, LOWER),
                new Standing(status, null, null, null),
                AT,
                3);
    }

    static DiscountRequestView discount(DiscountStatus status) {
        return new DiscountRequestView(
                DISCOUNT,
                new DiscountRequest.Subject(APPLICATION, BATCH, STUDENT.userId()),
                LOWER,
                STUDENT.userId(),
                status,
                new DiscountRequestView.DiscountDecision(null, null, null, null),
                AT);
    }

    static RosterView rosterRow(@Nullable String name) {
        var entry = new RosterEntry(
                ENROLLMENT, APPLICATION, "7Q2M-9XD4-T1BK", STUDENT.userId(), LOWER, EnrollmentStatus.ACTIVE, AT);
        return new RosterView(entry, name);
    }

    Caller.Answer get(Actor who, String path) {
        return client.get(path, signed(who));
    }

    Caller.Answer send(Actor who, String method, String path, @Nullable String body, String... headers) {
        return client.send(method, path, body, signed(who, headers));
    }

    Caller.Answer post(Actor who, String path, @Nullable String body) {
        return send(who, "POST", path, body);
    }

    /** Sends a POST request with a new idempotency key. */
    Caller.Answer postOnce(Actor who, String path, @Nullable String body) {
        return send(
                who, "POST", path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String[] signed(Actor who, String... headers) {
        return Stream.concat(Stream.of("Authorization", client.bearer(who.role())), Stream.of(headers))
                .toArray(String[]::new);
    }

    private static UUID uuid(String end) {
        return UUID.fromString("019a0000-0000-7000-8000-0000000000" + end);
    }
}
