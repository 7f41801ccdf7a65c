// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.category;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.filing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.Categories;
import dev.ashlar.publishing.domain.CategoriesContract;
import dev.ashlar.publishing.domain.CategoryId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper CategoryMapper.remove version", test = "removesTheVersionThatWasRead")
class CategoryMapperTest extends CategoriesContract {
    @Autowired
    private CategoryMapper categories;

    @Autowired
    private ArticleMapper articles;

    @Override
    protected Categories categories() {
        return categories;
    }

    @Test
    void refusesASecondCategoryOfTheNameInAnyCase() {
        categories.insert(category("Cooking"));
        assertThatThrownBy(() -> categories.insert(category("COOKING"))).hasMessageContaining("uq_categories_name");
    }

    @Test
    void takesArticlesOutOfACategoryInBatches() {
        var category = category("Baking");
        categories.insert(category);
        var other = category("Frying");
        categories.insert(other);
        var published = filed(category.id());
        var deleted = filed(category.id());
        articles.delete(deleted.id(), 1, NOW);
        var fried = filed(other.id());
        assertThat(articles.leaveCategory(category.id(), 1)).isEqualTo(1);
        assertThat(articles.leaveCategory(category.id(), 5)).isEqualTo(1);
        assertThat(articles.leaveCategory(category.id(), 5)).isZero();
        assertThat(articles.find(published.id())).hasValueSatisfying(left -> {
            assertThat(left.filing().categoryId()).isNull();
            assertThat(left.version()).isEqualTo(1);
        });
        assertThat(articles.findDeleted(deleted.id()))
                .hasValueSatisfying(
                        left -> assertThat(left.filing().categoryId()).isNull());
        assertThat(articles.find(fried.id()))
                .hasValueSatisfying(
                        kept -> assertThat(kept.filing().categoryId()).isEqualTo(other.id()));
    }

    @Test
    void leavesArticlesOfARemovedCategoryWithoutOne() {
        var category = category("Cooking");
        categories.insert(category);
        var article = filed(category.id());
        assertThat(articles.find(article.id()))
                .map(found -> found.filing().categoryId())
                .contains(category.id());
        categories.remove(category.id(), 0);
        assertThat(articles.find(article.id())).hasValueSatisfying(left -> {
            assertThat(left.filing().categoryId()).isNull();
            assertThat(left.version()).isEqualTo(1);
        });
    }

    private Article filed(CategoryId category) {
        var article = draft("Soup");
        articles.insert(article, article.spareSlug());
        var filed = article.with(filing(category), NOW);
        articles.edit(filed, filed.spareSlug(), 0);
        return filed;
    }
}
