// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

/** State of an event on its way to a listener. An event that was handled is deleted. */
public enum EventDelivery {
    /** The event is stored, and the listener has not begun. */
    PUBLISHED,
    /** The listener is running. */
    PROCESSING,
    /** The listener threw, or its process was killed. */
    FAILED,
    /** The event was handed to the listener again. */
    RESUBMITTED
}
