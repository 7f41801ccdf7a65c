package dev.ashlar.publishing.application;

import dev.ashlar.kernel.KernelProblem;

/**
 * A page as the RealWorld API asks for it. Rows before the offset are read and thrown away, so it is bounded; who wants to go
 * deeper takes the lists that page by cursor.
 *
 * @param limit rows wanted, 1 to {@value #MAX_LIMIT}
 * @param offset rows to leave out, up to {@value #MAX_OFFSET}
 */
public record OffsetPage(int limit, int offset) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    public static final int MAX_OFFSET = 10_000;

    public OffsetPage {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw outside("limit", 1, MAX_LIMIT);
        }
        if (offset < 0 || offset > MAX_OFFSET) {
            throw outside("offset", 0, MAX_OFFSET);
        }
    }

    private static RuntimeException outside(String name, int min, int max) {
        return KernelProblem.INVALID_REQUEST
                .because(name + " must be from " + min + " to " + max + ".")
                .at(name, "must be from " + min + " to " + max);
    }
}
