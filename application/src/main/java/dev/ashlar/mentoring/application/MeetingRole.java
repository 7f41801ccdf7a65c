// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

/** Role of a person in a meeting. */
public enum MeetingRole {
    MENTOR,
    STUDENT
}
