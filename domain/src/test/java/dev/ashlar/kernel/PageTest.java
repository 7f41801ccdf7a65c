// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String LIST = "a.list";

    @Test
    void hasNoCursorWithoutAFurtherRow() {
        assertThat(cut(List.of(1L, 2L), new PageRequest(2, null))).isEqualTo(new Page<>(List.of(1L, 2L), null));
    }

    @Test
    void cutsTheFurtherRowAndMakesTheCursorOfTheLastItem() {
        assertThat(cut(List.of(1L, 2L, 3L), new PageRequest(2, null)))
                .isEqualTo(new Page<>(List.of(1L, 2L), Cursor.of(LIST, 2)));
    }

    @Test
    void copiesItsItems() {
        var rows = new ArrayList<>(List.of(1L));
        var slice = cut(rows, PageRequest.first());

        rows.clear();

        assertThat(slice.items()).containsExactly(1L);
    }

    @Property
    void showsEachRowOnceOverAllPages(
            @ForAll @IntRange(max = 300) int rows, @ForAll @IntRange(min = 1, max = 100) int limit) {
        var table = LongStream.rangeClosed(1, rows).boxed().toList();
        var seen = new ArrayList<Long>();
        var page = new PageRequest(limit, null);
        while (true) {
            var after = page.afterLong(LIST);
            int start = after == null ? 0 : after.intValue();
            var slice = cut(table.subList(start, Math.min(rows, start + page.rowsToRead())), page);
            seen.addAll(slice.items());
            if (slice.next() == null) {
                break;
            }
            page = new PageRequest(limit, slice.next());
        }

        assertThat(seen).isEqualTo(table);
    }

    private static Page<Long> cut(List<Long> rows, PageRequest page) {
        return Page.of(rows, page, row -> Cursor.of(LIST, row));
    }
}
