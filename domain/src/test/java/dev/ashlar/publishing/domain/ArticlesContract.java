// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.ArticleStatus.ARCHIVED;
import static dev.ashlar.publishing.domain.ArticleStatus.DRAFT;
import static dev.ashlar.publishing.domain.ArticleStatus.PUBLISHED;
import static dev.ashlar.publishing.domain.ArticleStatus.SCHEDULED;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.newArticleId;
import static dev.ashlar.publishing.domain.Writings.retitled;
import static dev.ashlar.publishing.domain.Writings.tagged;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link Articles}. */
public abstract class ArticlesContract {
    protected abstract Articles articles();

    @Test
    void returnsTheInsertedArticle() {
        var article = draft("Contract", user(), "b", "a").published(NOW);
        assertThat(articles().insert(article, article.spareSlug())).isEqualTo("contract");
        assertThat(articles().find(article.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(article);
        assertThat(articles().findBySlug("contract"))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(article);
        assertThat(articles().lockBySlug("contract"))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(article);
        assertThat(articles().find(newArticleId())).isEmpty();
        assertThat(articles().findBySlug("another")).isEmpty();
        assertThat(articles().findDeleted(article.id())).isEmpty();
    }

    @Test
    void takesTheSpareSlugForASecondArticleOfTheTitle() {
        stored(draft("Twin"));
        var second = draft("Twin");
        assertThat(articles().insert(second, second.spareSlug())).isEqualTo(second.spareSlug());
        assertThat(articles().findBySlug(second.spareSlug())).map(Article::id).contains(second.id());
    }

    @Test
    void freesTheSlugOfADeletedArticle() {
        var first = stored(draft("Phoenix"));
        assertThat(articles().delete(first.id(), 0, LATER)).isTrue();
        var second = draft("Phoenix");
        assertThat(articles().insert(second, second.spareSlug())).isEqualTo("phoenix");
        assertThat(articles().restore(first.id(), first.spareSlug(), LATER)).contains(first.spareSlug());
    }

    @Test
    void putsOnlyUnpublishedArticlesOfTheAuthorIntoTheTrash() {
        var author = user();
        var unpublished = stored(draft("Secret", author));
        var scheduled = stored(draft("Later", author));
        articles().move(scheduled.id(), List.of(DRAFT), SCHEDULED, LATER, NOW);
        var published = stored(draft("Public", author).published(NOW));
        var other = stored(draft("Other"));

        assertThat(articles().deleteUnpublishedOf(author, LATER, 1)).isEqualTo(1);
        assertThat(articles().deleteUnpublishedOf(author, LATER, 5)).isEqualTo(1);
        assertThat(articles().deleteUnpublishedOf(author, LATER, 5)).isZero();

        assertThat(articles().findDeleted(unpublished.id())).isPresent();
        assertThat(articles().findDeleted(scheduled.id())).isPresent();
        assertThat(articles().find(published.id())).isPresent();
        assertThat(articles().find(other.id())).isPresent();
    }

    @Test
    void storesAnEditOfTheExpectedVersionOnly() {
        var article = stored(draft("Before"));
        var edited = article.with(retitled("After"), LATER);
        assertThat(articles().edit(edited, edited.spareSlug(), 1)).isEmpty();
        assertThat(articles().edit(edited, edited.spareSlug(), 0)).contains("after");
        assertThat(articles().edit(edited, edited.spareSlug(), 0)).isEmpty();
        assertThat(again(article))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(edited);
        assertThat(again(article).version()).isEqualTo(1);
    }

    @Test
    void keepsTheOrderOfEditedTags() {
        var article = stored(draft("Tagged", user(), "one", "two"));
        var edited = article.with(tagged("three", "one"), LATER);
        articles().edit(edited, edited.spareSlug(), 0);
        assertThat(again(article).text().tags()).containsExactly("three", "one");
    }

    @Test
    void takesTheSpareSlugForAnEditWithATakenTitle() {
        stored(draft("Taken"));
        var article = stored(draft("Free"));
        var edited = article.with(retitled("Taken"), LATER);
        assertThat(articles().edit(edited, edited.spareSlug(), 0)).contains(edited.spareSlug());
    }

    @Test
    void changesTheStatusOnlyFromTheGivenOnes() {
        var article = stored(draft("Mover"));
        var due = LATER.plusSeconds(3600);
        assertThat(articles().move(article.id(), List.of(SCHEDULED), PUBLISHED, LATER, LATER))
                .isFalse();
        assertThat(articles().move(article.id(), List.of(DRAFT), SCHEDULED, due, LATER))
                .isTrue();
        assertThat(again(article).publication().publishedAt()).isEqualTo(due);
        assertThat(articles().move(article.id(), List.of(SCHEDULED), DRAFT, null, LATER))
                .isTrue();
        assertThat(again(article).publication().publishedAt()).isNull();
        assertThat(again(article).version()).isEqualTo(2);
        assertThat(articles().move(newArticleId(), List.of(DRAFT), PUBLISHED, LATER, LATER))
                .isFalse();
    }

    @Test
    void keepsTheTimeOfTheFirstPublication() {
        var article = stored(draft("Keeper"));
        articles().move(article.id(), List.of(DRAFT, SCHEDULED), PUBLISHED, NOW, NOW);
        articles().move(article.id(), List.of(PUBLISHED), ARCHIVED, null, LATER);
        assertThat(again(article).publication().publishedAt()).isEqualTo(NOW);
        articles().move(article.id(), List.of(ARCHIVED), PUBLISHED, LATER, LATER);
        assertThat(again(article).publication().publishedAt()).isEqualTo(NOW);
    }

    @Test
    void hidesDeletedArticles() {
        var article = stored(draft("Trash"));
        assertThat(articles().delete(article.id(), 7, LATER)).isFalse();
        assertThat(articles().delete(article.id(), 0, LATER)).isTrue();
        assertThat(articles().delete(article.id(), 1, LATER)).isFalse();
        assertThat(articles().find(article.id())).isEmpty();
        assertThat(articles().findBySlug("trash")).isEmpty();
        assertThat(articles().lockBySlug("trash")).isEmpty();
        assertThat(articles().edit(article, article.spareSlug(), 1)).isEmpty();
        assertThat(articles().move(article.id(), List.of(DRAFT), PUBLISHED, LATER, LATER))
                .isFalse();
        assertThat(articles().findDeleted(article.id())).map(Article::id).contains(article.id());
    }

    @Test
    void restoresADeletedArticleOnce() {
        var article = stored(draft("Back"));
        assertThat(articles().restore(article.id(), article.spareSlug(), LATER)).isEmpty();
        articles().delete(article.id(), 0, LATER);
        assertThat(articles().restore(article.id(), article.spareSlug(), LATER)).contains("back");
        assertThat(articles().restore(article.id(), article.spareSlug(), LATER)).isEmpty();
        assertThat(again(article).version()).isEqualTo(2);
    }

    @Test
    void publishesDueArticlesOneAfterTheOther() {
        var early = scheduled("Early", NOW.plusSeconds(1));
        var late = scheduled("Late", NOW.plusSeconds(2));
        var future = scheduled("Future", NOW.plusSeconds(9));
        var deleted = scheduled("Deleted", NOW.plusSeconds(1));
        articles().delete(deleted.id(), 1, NOW);
        var now = NOW.plusSeconds(5);
        assertThat(articles().publishNextDue(now)).isTrue();
        assertThat(again(early).isPublished()).isTrue();
        assertThat(again(late).isPublished()).isFalse();
        assertThat(articles().publishNextDue(now)).isTrue();
        assertThat(again(late).publication().publishedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(again(future).isPublished()).isFalse();
        assertThat(articles().publishNextDue(now)).isFalse();
    }

    @Test
    void purgesArticlesDeletedBeforeTheTime() {
        var old = stored(draft("Old"));
        var recent = stored(draft("Recent"));
        var live = stored(draft("Live"));
        articles().delete(old.id(), 0, NOW);
        articles().delete(recent.id(), 0, LATER);
        assertThat(articles().purge(LATER, 10)).isEqualTo(1);
        assertThat(articles().findDeleted(old.id())).isEmpty();
        assertThat(articles().findDeleted(recent.id())).isPresent();
        assertThat(articles().find(live.id())).isPresent();
    }

    protected Article stored(Article article) {
        articles().insert(article, article.spareSlug());
        return article;
    }

    private Article scheduled(String title, Instant at) {
        var article = stored(draft(title));
        articles().move(article.id(), List.of(DRAFT), SCHEDULED, at, NOW);
        return article;
    }

    private Article again(Article article) {
        return articles().find(article.id()).orElseThrow();
    }
}
