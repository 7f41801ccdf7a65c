// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

/** Stage of a user between interest and graduation. */
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
