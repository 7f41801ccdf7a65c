// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Page of a list as an answer. {@link AnswerHeaders} adds the {@code Link} to the next page.
 *
 * @param items rows in the order of the list
 * @param nextCursor {@code cursor} of the next page; null on the last page
 * @param total number of rows of all pages; absent unless the caller asks for it
 */
public record Listing<T>(
        List<T> items,

        @Schema(example = "d2FsbGV0LnVzYWdlczo4Mg") @Nullable
        String nextCursor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "137") @Nullable
        Long total) {
    public static <T> Listing<T> of(Page<T> page) {
        return of(page, false, () -> 0);
    }

    /** Returns the page, with the number of all rows if the caller asks for it. */
    public static <T> Listing<T> of(Page<T> page, boolean count, LongSupplier total) {
        @Nullable Cursor next = page.next();
        return new Listing<>(page.items(), next == null ? null : next.text(), count ? (Long) total.getAsLong() : null);
    }
}
