// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;

/**
 * Confirmed or cancelled meeting for the calendar of a reader.
 *
 * @param mentorName display name of the mentor
 * @param studentName display name of the student
 */
public record Invitation(SlotView meeting, UserId studentId, String mentorName, String studentName, UserId readerId) {
    /** Returns a title that names the other participant, or both to an administrator. */
    public String summary() {
        if (readerId.equals(studentId)) {
            return "Mentoring with " + mentorName;
        }
        return readerId.equals(meeting.mentorId())
                ? "Mentoring with " + studentName
                : "Mentoring: " + mentorName + " and " + studentName;
    }
}
