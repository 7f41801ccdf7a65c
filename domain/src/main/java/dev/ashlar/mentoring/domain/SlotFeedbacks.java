// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

/** Store of feedback. */
public interface SlotFeedbacks {
    /** Stores feedback; returns false if its author has already given some on the meeting. */
    boolean add(SlotFeedback feedback);
}
