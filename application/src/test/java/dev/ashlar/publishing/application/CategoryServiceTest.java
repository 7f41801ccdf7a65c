// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.admin;
import static dev.ashlar.publishing.domain.Writings.category;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.filing;
import static dev.ashlar.publishing.domain.Writings.student;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.publishing.domain.Category;
import dev.ashlar.publishing.domain.InMemoryArticles;
import dev.ashlar.publishing.domain.InMemoryCategories;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CategoryServiceTest {
    private final InMemoryCategories stored = new InMemoryCategories();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final CategoryService categories =
            new CategoryService(stored, articles, mock(), UUID::randomUUID, () -> NOW);

    private final Category category = category("News");

    @BeforeEach
    void fileAnArticle() {
        stored.insert(category);
        var article = draft("Filed").with(filing(category.id()), NOW);
        articles.insert(article, article.spareSlug());
    }

    @Test
    void takesArticlesOutOfACategoryForAdministratorsOnly() {
        assertRefused(KernelProblem.FORBIDDEN, () -> categories.clear(student(user()), category.id(), 0));
        assertThat(articles.leaveCategory(category.id(), 9)).as("articles left").isEqualTo(1);
    }

    @Test
    void takesNoArticleOutOfACategoryThatWasEdited() {
        assertRefused(KernelProblem.STALE_VERSION, () -> categories.clear(admin(), category.id(), 1));
        assertThat(articles.leaveCategory(category.id(), 9)).as("articles left").isEqualTo(1);
    }

    @Test
    void takesArticlesOutOfACategory() {
        assertThat(categories.clear(admin(), category.id(), 0)).isEqualTo(1);
        assertThat(categories.clear(admin(), category.id(), 0)).isZero();
    }
}
