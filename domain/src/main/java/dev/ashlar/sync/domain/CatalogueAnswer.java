// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to a request for a page of a catalogue. */
public sealed interface CatalogueAnswer {
    /**
     * Page of a catalogue. Of several items with one key only the newest version is kept.
     *
     * @param items items in the order of the catalogue
     * @param unreadableIds keys of items that cannot be stored; they are listed, so that none of them counts as gone
     * @param unreadable number of items that cannot be stored, those without a key included
     * @param nextCursor cursor of the next page; null on the last page
     */
    record CataloguePage(
            List<CatalogueItem> items,
            List<String> unreadableIds,
            int unreadable,
            @Nullable String nextCursor) implements CatalogueAnswer {
        public static final int MAX_CURSOR = 500;

        public CataloguePage {
            var newest = new LinkedHashMap<String, CatalogueItem>();
            for (var item : items) {
                newest.merge(item.externalId(), item, (one, other) -> one.version() < other.version() ? other : one);
            }
            items = List.copyOf(newest.values());
            unreadableIds = List.copyOf(unreadableIds);
            if (nextCursor != null && (nextCursor.isEmpty() || !CatalogueItem.isText(nextCursor, MAX_CURSOR))) {
                throw new IllegalArgumentException("The cursor of the next page is out of bounds.");
            }
        }

        /** Returns the keys of all items, the unreadable ones included. */
        public List<String> listedIds() {
            var ids = new ArrayList<>(unreadableIds);
            items.forEach(item -> ids.add(item.externalId()));
            return ids;
        }

        /** Returns the number of items of the catalogue on the page. */
        int size() {
            return items.size() + unreadable;
        }
    }

    /**
     * Failure to get a page.
     *
     * @param reason sentence for administrators, without secrets
     * @param isFinal true if a retry cannot mend it
     */
    record NoPage(String reason, boolean isFinal) implements CatalogueAnswer {}
}
