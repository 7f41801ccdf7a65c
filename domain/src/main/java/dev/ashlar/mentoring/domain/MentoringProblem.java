package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.ProblemType;

/** What mentoring refuses. */
public enum MentoringProblem implements ProblemType {
    MENTOR_NOT_FOUND("mentoring.mentor-not-found", Kind.NOT_FOUND, "There is no such mentor."),
    SLOT_NOT_FOUND("mentoring.slot-not-found", Kind.NOT_FOUND, "There is no such slot."),
    SLOT_TAKEN("mentoring.slot-taken", Kind.CONFLICT, "The slot is no longer to be had."),
    SLOT_OVERLAP("mentoring.slot-overlap", Kind.CONFLICT, "The mentor has another slot at that time."),
    STUDENT_BUSY("mentoring.student-busy", Kind.CONFLICT, "The student has another meeting at that time."),
    PERSON_BUSY("mentoring.person-busy", Kind.CONFLICT, "One of the two has another meeting at that time."),
    ILLEGAL_TRANSITION(
            "mentoring.illegal-transition", Kind.CONFLICT, "The slot cannot go from its status to that one."),
    REQUEST_EXPIRED("mentoring.request-expired", Kind.CONFLICT, "The request for the slot was not answered in time."),
    MENTOR_INACTIVE("mentoring.mentor-inactive", Kind.CONFLICT, "The mentor takes no bookings at present."),
    FEEDBACK_GIVEN("mentoring.feedback-given", Kind.CONFLICT, "Feedback on this meeting was given already."),
    OWN_SLOT("mentoring.own-slot", Kind.FORBIDDEN, "A slot is booked by somebody else than its mentor."),
    OWN_CANCELLATION(
            "mentoring.own-cancellation",
            Kind.FORBIDDEN,
            "A cancellation is decided by somebody who did not ask for it."),
    NOTICE_TOO_SHORT("mentoring.notice-too-short", Kind.REFUSED, "The slot starts too soon."),
    REQUEST_NEEDED("mentoring.request-needed", Kind.REFUSED, "The mentor wants to be asked before a slot is booked."),
    CUTOFF_PASSED("mentoring.cutoff-passed", Kind.REFUSED, "It is too late to move the meeting."),
    OTHER_MENTOR("mentoring.other-mentor", Kind.REFUSED, "A meeting is moved to another slot of the same mentor."),
    NOT_OVER("mentoring.not-over", Kind.REFUSED, "The meeting is not over yet."),
    NOT_COMPLETED("mentoring.not-completed", Kind.REFUSED, "The meeting has not taken place."),
    NOT_REFUNDABLE("mentoring.not-refundable", Kind.CONFLICT, "What the meeting has cost cannot be given back."),
    NOT_CONFIRMED("mentoring.not-confirmed", Kind.CONFLICT, "The meeting is not confirmed.");

    private final Definition definition;

    MentoringProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
