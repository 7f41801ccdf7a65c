// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.sync.domain.CatalogueItemsContract.StoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** {@link Courses} and {@link Tests} for tests of one thread. */
public final class InMemoryCatalogueItems implements Courses, Tests {
    private final TreeMap<String, StoredItem> items = new TreeMap<>();

    @Override
    public int upsert(Collection<FoundItem> found, Instant listedAt, Instant now) {
        int changed = 0;
        for (var candidate : found) {
            var item = candidate.item();
            var stored = items.get(item.externalId());
            if (stored == null) {
                put(new StoredItem(candidate.id(), item, ItemStatus.LISTED, listedAt, now));
                changed++;
            } else if (stored.item().version() < item.version()) {
                put(new StoredItem(stored.id(), item, stored.status(), stored.listedAt(), now));
                changed++;
            }
        }
        return changed;
    }

    @Override
    public void markListed(Collection<String> externalIds, Instant listedAt, Instant now) {
        for (var id : externalIds) {
            var stored = items.get(id);
            if (stored != null) {
                var updatedAt = stored.status() == ItemStatus.GONE ? now : stored.updatedAt();
                put(new StoredItem(stored.id(), stored.item(), ItemStatus.LISTED, listedAt, updatedAt));
            }
        }
    }

    @Override
    public int markGone(Instant listedBefore, Instant now, int limit) {
        var missing = items.values().stream()
                .filter(item ->
                        item.status() == ItemStatus.LISTED && item.listedAt().isBefore(listedBefore))
                .limit(limit)
                .toList();
        missing.forEach(item -> put(new StoredItem(item.id(), item.item(), ItemStatus.GONE, item.listedAt(), now)));
        return missing.size();
    }

    public List<StoredItem> stored() {
        return List.copyOf(items.values());
    }

    private void put(StoredItem item) {
        items.put(item.item().externalId(), item);
    }
}
