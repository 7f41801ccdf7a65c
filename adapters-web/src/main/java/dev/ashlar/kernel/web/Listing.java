package dev.ashlar.kernel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as it is answered. The {@code Link: rel="next"} header is added on the way out.
 *
 * @param items the rows, in the list's order
 * @param nextCursor what to pass as {@code cursor} for the next page; null on the last page
 * @param total how many rows all pages have; absent unless the caller asked for it
 */
public record Listing<T>(
        List<T> items,

        @Schema(example = "d2FsbGV0LnVzYWdlczo4Mg") @Nullable
        String nextCursor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(example = "137") @Nullable
        Long total) {
    public static <T> Listing<T> of(Page<T> slice) {
        return of(slice, (Long) null);
    }

    public static <T> Listing<T> of(Page<T> slice, @Nullable Long total) {
        return new Listing<>(slice.items(), textOf(slice.next()), total);
    }

    private static @Nullable String textOf(@Nullable Cursor next) {
        return next == null ? null : next.text();
    }
}
