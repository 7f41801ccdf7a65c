package dev.ashlar.identity;

/** How far a person has come from interest to graduation. */
public enum UserStage {
    /** Has registered and nothing more. */
    LEAD,
    /** Has applied to a course. */
    APPLICANT,
    /** Has a seat in a batch. */
    ENROLLED,
    /** Has completed a course. */
    ALUMNI
}
