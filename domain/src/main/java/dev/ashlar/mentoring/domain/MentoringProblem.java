// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of mentoring. */
public enum MentoringProblem implements ProblemType {
    MENTOR_NOT_FOUND("mentoring.mentor-not-found", Kind.NOT_FOUND, "Mentor not found"),
    SLOT_NOT_FOUND("mentoring.slot-not-found", Kind.NOT_FOUND, "Slot not found"),
    SLOT_TAKEN("mentoring.slot-taken", Kind.CONFLICT, "Slot is not available"),
    SLOT_OVERLAPPING("mentoring.slot-overlapping", Kind.CONFLICT, "Mentor has another slot at that time"),
    STUDENT_BUSY("mentoring.student-busy", Kind.CONFLICT, "Student has another meeting at that time"),
    PERSON_BUSY("mentoring.person-busy", Kind.CONFLICT, "Student or mentor has another meeting at that time"),
    ILLEGAL_TRANSITION("mentoring.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    REQUESTS_EXCEEDED("mentoring.requests-exceeded", Kind.CONFLICT, "Student has too many open requests"),
    REQUEST_EXPIRED("mentoring.request-expired", Kind.CONFLICT, "Request for the slot has expired"),
    TERMS_CHANGED("mentoring.terms-changed", Kind.CONFLICT, "Terms of the mentor have changed"),
    MENTOR_INACTIVE("mentoring.mentor-inactive", Kind.CONFLICT, "Mentor takes no bookings"),
    FEEDBACK_GIVEN("mentoring.feedback-given", Kind.CONFLICT, "Feedback on the meeting is already given"),
    MEETING_NOT_CONFIRMED("mentoring.meeting-not-confirmed", Kind.CONFLICT, "Meeting is not confirmed"),
    MEETING_NOT_REFUNDABLE("mentoring.meeting-not-refundable", Kind.CONFLICT, "Meeting cannot be refunded"),
    OWN_SLOT("mentoring.own-slot", Kind.FORBIDDEN, "Own slot cannot be booked"),
    OWN_CANCELLATION("mentoring.own-cancellation", Kind.FORBIDDEN, "Own cancellation request cannot be decided"),
    NOTICE_TOO_SHORT("mentoring.notice-too-short", Kind.REFUSED, "Slot starts too soon"),
    REQUEST_REQUIRED("mentoring.request-required", Kind.REFUSED, "Mentor requires a request"),
    CUTOFF_PASSED("mentoring.cutoff-passed", Kind.REFUSED, "Cutoff for moving the meeting has passed"),
    MENTOR_DIFFERENT("mentoring.mentor-different", Kind.REFUSED, "Slot belongs to another mentor"),
    MEETING_NOT_OVER("mentoring.meeting-not-over", Kind.REFUSED, "Meeting is not over"),
    MEETING_NOT_COMPLETED("mentoring.meeting-not-completed", Kind.REFUSED, "Meeting is not completed");

    private final Definition definition;

    MentoringProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
