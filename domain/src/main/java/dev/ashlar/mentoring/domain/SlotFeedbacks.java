package dev.ashlar.mentoring.domain;

/** All feedback. */
public interface SlotFeedbacks {
    /** Stores what somebody says about a meeting; false if they have said something about it before. */
    boolean add(SlotFeedback feedback);
}
