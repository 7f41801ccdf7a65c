package dev.ashlar.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit rows wanted, 1 to {@value #MAX_LIMIT}
 * @param after where the previous page ended; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw KernelProblem.INVALID_REQUEST
                    .because("limit must be from 1 to " + MAX_LIMIT + ".")
                    .at("limit", "must be from 1 to " + MAX_LIMIT);
        }
    }

    /** The first page at the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** How many rows to read: one more than wanted tells whether another page follows. */
    public int rowsToRead() {
        return limit + 1;
    }

    /** The number to continue after; null on the first page. */
    public @Nullable Long afterLong(String list) {
        return after == null ? null : (Long) after.longKey(list);
    }

    /** The key to continue after; null on the first page. */
    public @Nullable UUID afterUuid(String list) {
        return after == null ? null : after.uuidKey(list);
    }

    /** The place in time to continue after; null on the first page. */
    public Cursor.@Nullable Place afterPlace(String list) {
        return after == null ? null : after.placeKey(list);
    }
}
