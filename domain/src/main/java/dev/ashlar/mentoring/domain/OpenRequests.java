// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

/**
 * Slots ahead that a student keeps from others at no cost: requests without a decision, and free meetings.
 *
 * @param withMentor number of them that have the mentor of the next one
 */
public record OpenRequests(int total, int withMentor) {
    /** Maximum number of open requests of a student. */
    public static final int MAX = 10;

    /** Maximum number of open requests of a student with one mentor. */
    public static final int MAX_WITH_MENTOR = 3;

    /** Refuses one more request. */
    public void requireRoom() {
        if (total >= MAX || withMentor >= MAX_WITH_MENTOR) {
            throw MentoringProblem.REQUESTS_EXCEEDED.because("You have " + total
                    + " open requests and free meetings ahead, "
                    + withMentor + " of them with this mentor. At most " + MAX + " are allowed, and " + MAX_WITH_MENTOR
                    + " with one mentor. Wait for a decision or cancel one.");
        }
    }
}
