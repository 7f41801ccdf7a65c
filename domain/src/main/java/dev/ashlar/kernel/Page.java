// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Page of a list.
 *
 * @param items the rows, in the list's order
 * @param next cursor of the next page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts the rows of a query that has read {@link PageRequest#rowsToRead()} to the page.
     *
     * @param rows up to one row more than the page's limit
     * @param cursorOf makes the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, PageRequest page, Function<T, Cursor> cursorOf) {
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, page.limit());
        return new Page<>(items, cursorOf.apply(items.getLast()));
    }
}
