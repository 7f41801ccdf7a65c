package dev.ashlar.wallet;

/** Why tokens moved. Each type but the two corrections moves them in one direction only. */
public enum UsageType {
    /** Paid for a meeting. */
    MEETING_BOOKING(Direction.OUT),
    /** Taken for breaking a rule, such as cancelling late. */
    PENALTY(Direction.OUT),
    /** Given back for a charge, at most what it took. */
    REFUND(Direction.IN),
    /** Bought. */
    PURCHASE(Direction.IN),
    /** Given for free, on request. */
    ALLOTMENT(Direction.IN),
    /** Earned by mentoring. */
    EARNING(Direction.IN),
    /** Corrected by an administrator. */
    ADJUSTMENT(Direction.EITHER),
    /** Undoes one entry exactly. */
    REVERSAL(Direction.EITHER);

    private final Direction direction;

    UsageType(Direction direction) {
        this.direction = direction;
    }

    /** Whether an entry of this type may move tokens by that much. */
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
