// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.found;
import static dev.ashlar.sync.domain.SampleSync.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behavior that each implementation of {@link Courses} and {@link Tests} has. */
public abstract class CatalogueItemsContract {
    private static final Instant LATER = NOW.plus(HOUR);

    protected abstract int upsert(Collection<FoundItem> items, Instant listedAt, Instant now);

    protected abstract void markListed(Collection<String> externalIds, Instant listedAt, Instant now);

    protected abstract int markGone(Instant listedBefore, Instant now, int limit);

    /** Returns all items, by their keys in the catalogue. */
    protected abstract List<StoredItem> stored();

    @Test
    void addsItemsThatAreNew() {
        var first = found("a", 1);
        var second = new FoundItem(found("b", 1).id(), new CatalogueItem("b", 0, "Title", null, null));
        assertThat(upsert(List.of(second, first), NOW, LATER)).isEqualTo(2);
        assertThat(stored())
                .containsExactly(
                        new StoredItem(first.id(), first.item(), ItemStatus.LISTED, NOW, LATER),
                        new StoredItem(second.id(), second.item(), ItemStatus.LISTED, NOW, LATER));
        assertThat(upsert(List.of(), NOW, LATER)).isZero();
        assertThat(stored()).hasSize(2);
    }

    @Test
    void replacesOlderVersionsOnly() {
        var first = found("a", 5);
        upsert(List.of(first, found("b", 5), found("c", 5)), NOW, NOW);
        assertThat(upsert(List.of(found("a", 6), found("b", 5), found("c", 4), found("d", 1)), LATER, LATER))
                .isEqualTo(2);
        assertThat(stored())
                .extracting(StoredItem::item)
                .containsExactly(item("a", 6), item("b", 5), item("c", 5), item("d", 1));
        assertThat(stored()).extracting(StoredItem::updatedAt).containsExactly(LATER, NOW, NOW, LATER);
        assertThat(stored().getFirst().id()).isEqualTo(first.id());
    }

    @Test
    void marksItemsAsGoneThatTheRunHasNotFound() {
        upsert(List.of(found("a", 1), found("b", 1), found("c", 1)), NOW, NOW);
        markListed(List.of("b", "unknown"), LATER, LATER);
        assertThat(markGone(NOW, LATER, 10)).isZero();
        assertThat(markGone(LATER, LATER, 1)).isEqualTo(1);
        assertThat(markGone(LATER, LATER, 10)).isEqualTo(1);
        assertThat(markGone(LATER, LATER, 10)).isZero();
        assertThat(stored())
                .extracting(StoredItem::status)
                .containsExactly(ItemStatus.GONE, ItemStatus.LISTED, ItemStatus.GONE);
        assertThat(stored()).extracting(StoredItem::updatedAt).containsExactly(LATER, NOW, LATER);
        assertThat(stored()).extracting(StoredItem::listedAt).containsExactly(NOW, LATER, NOW);
        assertThat(stored()).extracting(StoredItem::item).containsExactly(item("a", 1), item("b", 1), item("c", 1));
    }

    @Test
    void listsAnItemAgainThatReappears() {
        upsert(List.of(found("a", 3)), NOW, NOW);
        markGone(LATER, LATER, 10);
        var back = LATER.plus(HOUR);
        upsert(List.of(found("a", 2)), back, back);
        markListed(List.of("a"), back, back);
        assertThat(stored()).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(ItemStatus.LISTED);
            assertThat(item.item()).isEqualTo(item("a", 3));
            assertThat(item.listedAt()).isEqualTo(back);
            assertThat(item.updatedAt()).isEqualTo(back);
        });
    }

    @Test
    void marksNothingWithoutKeys() {
        upsert(List.of(found("a", 1)), NOW, NOW);
        markListed(List.of(), LATER, LATER);
        assertThat(stored()).extracting(StoredItem::listedAt).containsExactly(NOW);
    }

    /** Item as it is stored. */
    public record StoredItem(
            CatalogueItemId id, CatalogueItem item, ItemStatus status, Instant listedAt, Instant updatedAt) {}
}
