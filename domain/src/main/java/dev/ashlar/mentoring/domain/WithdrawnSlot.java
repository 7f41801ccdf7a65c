// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

/** Slot that its mentor withdrew before a student booked it. */
public record WithdrawnSlot(Offer offer, int version) implements Slot {
    @Override
    public SlotStatus status() {
        return SlotStatus.CANCELLED;
    }

    @Override
    public boolean isAvailable() {
        return false;
    }
}
