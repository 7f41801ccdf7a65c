// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Categories} without a database. */
public final class InMemoryCategories implements Categories {
    private final Map<CategoryId, Category> categories = new HashMap<>();

    @Override
    public void insert(Category category) {
        categories.put(category.id(), category);
    }

    @Override
    public Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(categories.get(id));
    }

    @Override
    public boolean rename(Category renamed, int expectedVersion) {
        boolean isCurrent = hasVersion(renamed.id(), expectedVersion);
        if (isCurrent) {
            insert(new Category(
                    renamed.id(), renamed.name(), renamed.createdAt(), renamed.updatedAt(), expectedVersion + 1));
        }
        return isCurrent;
    }

    @Override
    public boolean remove(CategoryId id, int expectedVersion) {
        return hasVersion(id, expectedVersion) && categories.remove(id) != null;
    }

    private boolean hasVersion(CategoryId id, int version) {
        return find(id).filter(stored -> stored.version() == version).isPresent();
    }
}
