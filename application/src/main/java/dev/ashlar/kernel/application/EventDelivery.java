package dev.ashlar.kernel.application;

/** How far an event has come on its way to a listener. One that was handled is gone. */
public enum EventDelivery {
    /** Written down; the listener has not begun. */
    PUBLISHED,
    /** The listener is at work. */
    PROCESSING,
    /** The listener threw, or whoever ran it was killed. */
    FAILED,
    /** Handed to the listener once more. */
    RESUBMITTED
}
