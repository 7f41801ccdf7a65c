// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Request for a page of a list.
 *
 * @param limit rows wanted, 1 to {@value #MAX_LIMIT}
 * @param after end of the previous page; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Fields.invalid("limit", "must be from 1 to " + MAX_LIMIT);
        }
    }

    /** Requests the first page of the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** Returns the number of rows to read: one more than wanted, which shows if another page follows. */
    public int rowsToRead() {
        return limit + 1;
    }

    /** Returns the number to continue after; null for the first page. */
    public @Nullable Long afterLong(String list) {
        return after == null ? null : (Long) after.longKey(list);
    }

    /** Returns the key to continue after; null for the first page. */
    public @Nullable UUID afterUuid(String list) {
        return after == null ? null : after.uuidKey(list);
    }

    /** Returns the time to continue after; null for the first page. */
    public @Nullable Instant afterTime(String list) {
        return after == null ? null : after.timeKey(list);
    }

    /** Returns the place in time to continue after; null for the first page. */
    public Cursor.@Nullable Place afterPlace(String list) {
        return after == null ? null : after.placeKey(list);
    }
}
