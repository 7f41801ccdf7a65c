// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

/** Type of a movement. All types except the two corrections have one direction. */
public enum UsageType {
    /** Payment of a meeting. */
    MEETING_BOOKING(Direction.OUT),
    /** Penalty, such as for a late cancellation. */
    PENALTY(Direction.OUT),
    /** Refund of a charge, at most its tokens. */
    REFUND(Direction.IN),
    /** Bought tokens. */
    PURCHASE(Direction.IN),
    /** Free tokens of an approved request. */
    ALLOTMENT(Direction.IN),
    /** Earning of a mentor. */
    EARNING(Direction.IN),
    /** Correction by an administrator. */
    ADJUSTMENT(Direction.EITHER),
    /** Exact reversal of one entry. */
    REVERSAL(Direction.EITHER);

    private final Direction direction;

    UsageType(Direction direction) {
        this.direction = direction;
    }

    /** True if an entry of this type may move this number of tokens. */
    public boolean allows(long delta) {
        return switch (direction) {
            case IN -> delta > 0;
            case OUT -> delta < 0;
            case EITHER -> delta != 0;
        };
    }

    private enum Direction {
        IN,
        OUT,
        EITHER
    }
}
