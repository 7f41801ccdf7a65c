package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final String LIST = "a.list";

    @Test
    void withoutAFurtherRowThereIsNoNextPage() {
        assertThat(cut(List.of(1L, 2L), new Page(2, null))).isEqualTo(new Slice<>(List.of(1L, 2L), null));
    }

    @Test
    void aFurtherRowIsCutOffAndTheLastOneShownIsTheCursor() {
        assertThat(cut(List.of(1L, 2L, 3L), new Page(2, null)))
                .isEqualTo(new Slice<>(List.of(1L, 2L), Cursor.of(LIST, 2)));
    }

    @Test
    void keepsItsItemsWhateverBecomesOfTheRows() {
        var rows = new ArrayList<>(List.of(1L));
        var slice = cut(rows, Page.first());

        rows.clear();

        assertThat(slice.items()).containsExactly(1L);
    }

    @Property
    void pagesTogetherShowEachRowOnce(
            @ForAll @IntRange(max = 300) int rows, @ForAll @IntRange(min = 1, max = 100) int limit) {
        var table = LongStream.rangeClosed(1, rows).boxed().toList();
        var seen = new ArrayList<Long>();
        var page = new Page(limit, null);
        while (true) {
            var after = page.afterLong(LIST);
            int start = after == null ? 0 : after.intValue();
            var slice = cut(table.subList(start, Math.min(rows, start + page.rowsToRead())), page);
            seen.addAll(slice.items());
            if (slice.next() == null) {
                break;
            }
            page = new Page(limit, slice.next());
        }

        assertThat(seen).isEqualTo(table);
    }

    private static Slice<Long> cut(List<Long> rows, Page page) {
        return Slice.of(rows, page, row -> Cursor.of(LIST, row));
    }
}
