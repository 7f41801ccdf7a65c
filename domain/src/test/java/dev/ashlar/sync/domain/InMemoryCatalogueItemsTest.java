// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

class InMemoryCatalogueItemsTest extends CatalogueItemsContract {
    private final InMemoryCatalogueItems items = new InMemoryCatalogueItems();

    @Override
    protected int upsert(Collection<FoundItem> found, Instant listedAt, Instant now) {
        return items.upsert(found, listedAt, now);
    }

    @Override
    protected void markListed(Collection<String> externalIds, Instant listedAt, Instant now) {
        items.markListed(externalIds, listedAt, now);
    }

    @Override
    protected int markGone(Instant listedBefore, Instant now, int limit) {
        return items.markGone(listedBefore, now, limit);
    }

    @Override
    protected List<StoredItem> stored() {
        return items.stored();
    }
}
