// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

/** Kind of an activity: a contact that sales people report, or a change of the lead. */
public enum ActivityType {
    /** Remark without a contact. */
    NOTE(true),
    /** Phone call. */
    CALL(true),
    /** Email message. */
    EMAIL(true),
    /** Meeting in person or by video. */
    MEETING(true),
    /** The lead was created. */
    CREATED(false),
    /** Another sales person is in charge. */
    ASSIGNED(false),
    /** The lead has become a student. */
    CONVERTED(false),
    /** The lead has no interest. */
    LOST(false),
    /** The lost lead is active again. */
    REOPENED(false),
    /** The lead has taken over another one, or was taken over. */
    MERGED(false);

    private final boolean isReported;

    ActivityType(boolean isReported) {
        this.isReported = isReported;
    }

    /** True if sales people report it; the others come with changes of the lead. */
    public boolean isReported() {
        return isReported;
    }
}
