// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

/**
 * Counts of a run.
 *
 * @param pages pages that are stored
 * @param received items on these pages
 * @param changed items that were added, or replaced by a newer version
 * @param unreadable items that could not be stored
 * @param gone items that were marked as gone
 */
public record SyncCounts(int pages, int received, int changed, int unreadable, int gone) {
    static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0, 0);

    SyncCounts plus(CatalogueAnswer.CataloguePage page, int changedItems) {
        return new SyncCounts(
                pages + 1, received + page.size(), changed + changedItems, unreadable + page.unreadable(), gone);
    }

    /** Returns the number of items that could be stored. */
    int readable() {
        return received - unreadable;
    }

    SyncCounts plusGone(int items) {
        return new SyncCounts(pages, received, changed, unreadable, gone + items);
    }
}
