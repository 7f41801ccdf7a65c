// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.publishing.ArticleId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of {@link Tags}. */
public abstract class TagsContract {
    protected abstract Tags tags();

    /** Returns a stored live article. */
    protected abstract ArticleId liveArticle();

    /** Returns a stored article in the trash. */
    protected abstract ArticleId deletedArticle();

    /** Returns the tags under which the index has an article. */
    protected abstract Set<String> tagsOf(ArticleId article);

    @Test
    void indexesAnArticleUnderItsTags() {
        var article = liveArticle();
        create("one", "two");
        tags().index(article, List.of("two", "one"));
        assertThat(tagsOf(article)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void createsEachTagOnce() {
        var article = liveArticle();
        create("one", "two");
        create("two", "three");
        tags().index(article, List.of("two", "three"));
        assertThat(tagsOf(article)).containsExactlyInAnyOrder("two", "three");
    }

    @Test
    void indexesAnArticleOnceUnderEachTag() {
        var article = liveArticle();
        create("one", "two");
        tags().index(article, List.of("one"));
        tags().index(article, List.of("one", "two"));
        assertThat(tagsOf(article)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void removesAnArticleFromAllOtherTags() {
        var article = liveArticle();
        var other = liveArticle();
        create("one", "two", "three");
        tags().index(article, List.of("one", "two"));
        tags().index(other, List.of("one"));
        tags().index(article, List.of("two", "three"));
        assertThat(tagsOf(article)).containsExactlyInAnyOrder("two", "three");
        tags().index(article, List.of());
        assertThat(tagsOf(article)).isEmpty();
        assertThat(tagsOf(other)).containsExactly("one");
    }

    @Test
    void distinguishesTagsByCase() {
        var article = liveArticle();
        create("Java", "java");
        tags().index(article, List.of("java"));
        assertThat(tagsOf(article)).containsExactly("java");
    }

    @Test
    void indexesNoDeletedArticle() {
        var article = deletedArticle();
        create("one");
        tags().index(article, List.of("one"));
        assertThat(tagsOf(article)).isEmpty();
    }

    private void create(String... names) {
        var ids = List.of(names).stream().map(name -> newTagId()).toList();
        tags().create(ids, List.of(names), NOW);
    }
}
