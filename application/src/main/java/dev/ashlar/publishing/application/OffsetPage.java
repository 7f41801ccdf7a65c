package dev.ashlar.publishing.application;

import dev.ashlar.kernel.KernelProblem;

/**
 * A page as the RealWorld API asks for it. The database reads rows before the offset and throws them away, so such lists end
 * after the first {@value #REACH} rows: what comes later is on no page and is not counted. Who wants to go deeper takes the
 * lists that page by cursor.
 *
 * @param limit rows wanted, 1 to {@value #MAX_LIMIT}
 * @param offset rows to leave out, 0 or more
 */
public record OffsetPage(int limit, int offset) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    /** How many rows a list that pages by offset has at most. */
    public static final int REACH = 10_000;

    public OffsetPage {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw refused("limit", "must be from 1 to " + MAX_LIMIT);
        }
        if (offset < 0) {
            throw refused("offset", "must not be negative");
        }
    }

    /** How many rows may be on this page; none if it is beyond the last one. */
    int rows() {
        return Math.clamp((long) REACH - offset, 0, limit);
    }

    private static RuntimeException refused(String name, String message) {
        return KernelProblem.INVALID_REQUEST
                .because("The parameter " + name + " " + message + ".")
                .at(name, message);
    }
}
