package dev.ashlar.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, in the list's order
 * @param next where the next page starts; null on the last page
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts what a query read for {@link PageRequest#rowsToRead()} down to the page.
     *
     * @param rows up to one row more than the page's limit
     * @param cursorOf the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, PageRequest page, Function<T, Cursor> cursorOf) {
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, page.limit());
        return new Page<>(items, cursorOf.apply(items.getLast()));
    }
}
