package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.category;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.domain.Category;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class CategoryViewMapperTest {
    @Autowired
    private CategoryViewMapper views;

    @Autowired
    private CategoryMapper categories;

    @Test
    void listsCategories() {
        var first = stored(category("Zoo"));
        var second = stored(category("Art"));
        assertThat(views.categories(null, 10))
                .containsExactly(new CategoryView(first.id(), "Zoo", 0), new CategoryView(second.id(), "Art", 0));
        assertThat(views.categories(first.id().value(), 10))
                .extracting(CategoryView::name)
                .containsExactly("Art");
    }

    private Category stored(Category category) {
        categories.insert(category);
        return category;
    }
}
