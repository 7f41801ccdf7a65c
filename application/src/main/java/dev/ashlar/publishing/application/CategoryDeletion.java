// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Workflow;
import dev.ashlar.publishing.domain.CategoryId;

/** Deletion of categories, however many articles they have, in as many transactions as it takes. */
@Workflow
public class CategoryDeletion {
    private final CategoryService categories;

    CategoryDeletion(CategoryService categories) {
        this.categories = categories;
    }

    /** Takes all articles out of a category, then deletes it. If it is broken off, a retry goes on. */
    public void delete(Actor actor, CategoryId id, int version) {
        int cleared;
        do {
            cleared = categories.clear(actor, id, version);
        } while (cleared > 0);
        categories.delete(actor, id, version);
    }
}
