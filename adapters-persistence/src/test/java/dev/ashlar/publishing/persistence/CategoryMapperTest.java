package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.category;
import static dev.ashlar.publishing.domain.Writings.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.Categories;
import dev.ashlar.publishing.domain.CategoriesContract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class CategoryMapperTest extends CategoriesContract {
    @Autowired
    private CategoryMapper categories;

    @Autowired
    private ArticleMapper posts;

    @Override
    protected Categories categories() {
        return categories;
    }

    @Test
    void haveUniqueNamesWhateverTheirCase() {
        categories.insert(category("Cooking"));
        assertThatThrownBy(() -> categories.insert(category("COOKING"))).hasMessageContaining("uq_categories_name");
    }

    @Test
    void leaveTheirPostsFiledNowhereWhenTheyGo() {
        var category = category("Cooking");
        categories.insert(category);
        var post = draft("Soup");
        posts.insert(post, post.spareSlug());
        var filed = post.with(
                new ArticleEdit(
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.to(category.id())),
                NOW);
        posts.edit(filed, filed.spareSlug(), 0);
        assertThat(posts.find(post.id())).map(Article::categoryId).contains(category.id());
        categories.remove(category.id(), 0);
        assertThat(posts.find(post.id())).hasValueSatisfying(left -> {
            assertThat(left.categoryId()).isNull();
            assertThat(left.version()).isEqualTo(1);
        });
    }
}
