// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.category;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Contract of {@link Categories}. */
public abstract class CategoriesContract {
    protected abstract Categories categories();

    @Test
    void givesBackWhatWasInserted() {
        var category = stored("Cooking");
        assertThat(categories().find(category.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(category);
        assertThat(categories().find(category("Other").id())).isEmpty();
    }

    @Test
    void theFirstChangeOfAVersionStands() {
        var category = stored("Cooking");
        var renamed = category.renamed("Baking", LATER);
        assertThat(categories().rename(renamed, 1)).isFalse();
        assertThat(categories().rename(renamed, 0)).isTrue();
        assertThat(categories().rename(category.renamed("Frying", LATER), 0)).isFalse();
        assertThat(categories().find(category.id())).hasValueSatisfying(stored -> {
            assertThat(stored.name()).isEqualTo("Baking");
            assertThat(stored.updatedAt()).isEqualTo(LATER);
            assertThat(stored.version()).isEqualTo(1);
        });
    }

    @Test
    void removesTheVersionThatWasRead() {
        var category = stored("Cooking");
        assertThat(categories().remove(category.id(), 1)).isFalse();
        assertThat(categories().remove(category.id(), 0)).isTrue();
        assertThat(categories().remove(category.id(), 0)).isFalse();
        assertThat(categories().find(category.id())).isEmpty();
        assertThat(categories().rename(category, 0)).isFalse();
    }

    private Category stored(String name) {
        var category = category(name);
        categories().insert(category);
        return category;
    }
}
