// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Slot as its mentor and its student see it. */
public record SlotView(
        SlotId id,
        UserId mentorId,
        Instant startsAt,
        Instant endsAt,
        SlotStatus status,
        @Flat SlotTermsView terms,
        @Flat SlotProgressView progress,
        int version) {

    /**
     * Student of a slot and the terms of the booking; all null without a booking.
     *
     * @param priceTokens tokens that the student pays
     * @param earningTokens tokens that the mentor earns on completion
     * @param penaltyTokens tokens of the price that are kept if the student cancels later than {@code cutoffMinutes} before
     *     the start
     */
    public record SlotTermsView(
            @Nullable UserId studentId,
            @Nullable Long priceTokens,
            @Nullable Long earningTokens,
            @Nullable Long penaltyTokens,
            @Nullable Integer cutoffMinutes) {
        private static final SlotTermsView NONE = new SlotTermsView(null, null, null, null, null);

        private static SlotTermsView of(BookedSlot slot) {
            var terms = slot.booking().terms();
            return new SlotTermsView(
                    slot.booking().studentId(),
                    terms.priceTokens(),
                    terms.earningTokens(),
                    terms.penaltyTokens(),
                    terms.cutoffMinutes());
        }
    }

    /** Progress of a booking; all null or false without one. */
    public record SlotProgressView(
            @Nullable Instant requestExpiresAt,
            @Nullable Instant confirmedAt,
            @Nullable UserId cancelRequestedBy,
            @Nullable String cancelReason,
            boolean noShow,
            @Nullable String meetingUrl) {
        private static final SlotProgressView NONE = new SlotProgressView(null, null, null, null, false, null);

        private static SlotProgressView of(BookedSlot slot) {
            var booking = slot.booking();
            return new SlotProgressView(
                    booking.requestExpiresAt(),
                    booking.confirmedAt(),
                    booking.cancelRequestedBy(),
                    booking.cancelReason(),
                    slot.noShow(),
                    booking.meetingUrl());
        }
    }

    /** Returns the view of a slot once it is stored as it is here, which saves reading it back. */
    static SlotView of(Slot slot) {
        return slot instanceof BookedSlot booked
                ? of(slot, SlotTermsView.of(booked), SlotProgressView.of(booked))
                : of(slot, SlotTermsView.NONE, SlotProgressView.NONE);
    }

    private static SlotView of(Slot slot, SlotTermsView terms, SlotProgressView progress) {
        return new SlotView(
                slot.id(),
                slot.mentorId(),
                slot.startsAt(),
                slot.endsAt(),
                slot.status(),
                terms,
                progress,
                slot.version());
    }
}
