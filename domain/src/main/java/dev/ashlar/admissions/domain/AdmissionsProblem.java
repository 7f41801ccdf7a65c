// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of admissions. */
public enum AdmissionsProblem implements ProblemType {
    APPLICATION_CLOSED("admissions.application-closed", Kind.CONFLICT, "Application can no longer be edited"),
    APPLICATION_EXISTS("admissions.application-exists", Kind.CONFLICT, "Applicant has an application for the course"),
    APPLICATION_NOT_FOUND("admissions.application-not-found", Kind.NOT_FOUND, "Application not found"),
    APPLICATIONS_EXCEEDED("admissions.applications-exceeded", Kind.CONFLICT, "Applicant has too many applications"),
    BATCH_FULL("admissions.batch-full", Kind.CONFLICT, "Batch has no free seat"),
    BATCH_MISSING("admissions.batch-missing", Kind.REFUSED, "Application names no batch"),
    BATCH_NOT_FOUND("admissions.batch-not-found", Kind.NOT_FOUND, "Batch not found"),
    BATCH_NOT_OPEN("admissions.batch-not-open", Kind.CONFLICT, "Batch is not open"),
    BATCH_OCCUPIED("admissions.batch-occupied", Kind.CONFLICT, "Seats of the batch are taken"),
    CAPACITY_TAKEN("admissions.capacity-taken", Kind.CONFLICT, "Capacity is below the seats that are taken"),
    CODE_TAKEN("admissions.code-taken", Kind.CONFLICT, "Code is already taken"),
    COLLEGE_EXISTS("admissions.college-exists", Kind.CONFLICT, "College already exists"),
    COLLEGE_NOT_FOUND("admissions.college-not-found", Kind.NOT_FOUND, "College not found"),
    COURSE_NOT_FOUND("admissions.course-not-found", Kind.NOT_FOUND, "Course not found"),
    CURRENCY_MISMATCH("admissions.currency-mismatch", Kind.REFUSED, "Price is in another currency than the course"),
    DISCOUNT_APPROVED("admissions.discount-approved", Kind.CONFLICT, "Application has an approved discount"),
    DISCOUNT_NOT_FOUND("admissions.discount-not-found", Kind.NOT_FOUND, "Discount request not found"),
    DISCOUNT_PENDING("admissions.discount-pending", Kind.CONFLICT, "Application has a pending discount request"),
    DISCOUNTS_EXCEEDED("admissions.discounts-exceeded", Kind.CONFLICT, "Application has too many discount requests"),
    ENROLLMENT_NOT_FOUND("admissions.enrollment-not-found", Kind.NOT_FOUND, "Enrollment not found"),
    ILLEGAL_TRANSITION("admissions.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    OWN_APPLICATION("admissions.own-application", Kind.FORBIDDEN, "Own application cannot be decided"),
    OWN_DISCOUNT("admissions.own-discount", Kind.FORBIDDEN, "Own discount request cannot be decided"),
    PRICE_TOO_HIGH("admissions.price-too-high", Kind.REFUSED, "Price is above the list price"),
    SEAT_OFFERED("admissions.seat-offered", Kind.CONFLICT, "Seat is offered to the application");

    private final Definition definition;

    AdmissionsProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
