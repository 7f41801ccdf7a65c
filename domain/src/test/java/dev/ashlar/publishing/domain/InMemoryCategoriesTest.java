// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

class InMemoryCategoriesTest extends CategoriesContract {
    private final InMemoryCategories categories = new InMemoryCategories();

    @Override
    protected Categories categories() {
        return categories;
    }
}
