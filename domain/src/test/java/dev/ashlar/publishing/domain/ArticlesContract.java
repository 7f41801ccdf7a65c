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
import static dev.ashlar.publishing.domain.Writings.someone;
import static dev.ashlar.publishing.domain.Writings.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Articles} does. */
public abstract class ArticlesContract {
    protected abstract Articles posts();

    @Test
    void givesBackWhatWasInserted() {
        var post = draft("Contract", someone(), "b", "a").published(NOW);
        assertThat(posts().insert(post, post.spareSlug())).isEqualTo("contract");
        assertThat(posts().find(post.id())).get().usingRecursiveComparison().isEqualTo(post);
        assertThat(posts().findBySlug("contract"))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(post);
        assertThat(posts().find(newArticleId())).isEmpty();
        assertThat(posts().findBySlug("another")).isEmpty();
        assertThat(posts().findDeleted(post.id())).isEmpty();
    }

    @Test
    void givesTheSpareSlugToTheSecondOfOneTitle() {
        stored(draft("Twin"));
        var second = draft("Twin");
        assertThat(posts().insert(second, second.spareSlug())).isEqualTo(second.spareSlug());
        assertThat(posts().findBySlug(second.spareSlug())).map(Article::id).contains(second.id());
    }

    @Test
    void givesTheSlugOfADeletedPostAway() {
        var first = stored(draft("Phoenix"));
        assertThat(posts().delete(first.id(), 0, LATER)).isTrue();
        var second = draft("Phoenix");
        assertThat(posts().insert(second, second.spareSlug())).isEqualTo("phoenix");
        assertThat(posts().restore(first.id(), first.spareSlug(), LATER)).contains(first.spareSlug());
    }

    @Test
    void storesAnEditOfTheVersionItWasMadeFrom() {
        var post = stored(draft("Before"));
        var edited = post.with(retitled("After"), LATER);
        assertThat(posts().edit(edited, edited.spareSlug(), 1)).isEmpty();
        assertThat(posts().edit(edited, edited.spareSlug(), 0)).contains("after");
        assertThat(posts().edit(edited, edited.spareSlug(), 0)).isEmpty();
        assertThat(again(post))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(edited);
        assertThat(again(post).version()).isEqualTo(1);
    }

    @Test
    void storesTheTagsOfAnEditInTheirOrder() {
        var post = stored(draft("Tagged", someone(), "one", "two"));
        var edited = post.with(tagged("three", "one"), LATER);
        posts().edit(edited, edited.spareSlug(), 0);
        assertThat(again(post).tags()).containsExactly("three", "one");
    }

    @Test
    void givesTheSpareSlugToAnEditThatWantsATakenOne() {
        stored(draft("Taken"));
        var post = stored(draft("Free"));
        var edited = post.with(retitled("Taken"), LATER);
        assertThat(posts().edit(edited, edited.spareSlug(), 0)).contains(edited.spareSlug());
    }

    @Test
    void movesOnlyFromTheGivenStatuses() {
        var post = stored(draft("Mover"));
        var due = LATER.plusSeconds(3600);
        assertThat(posts().move(post.id(), List.of(SCHEDULED), PUBLISHED, LATER, LATER))
                .isFalse();
        assertThat(posts().move(post.id(), List.of(DRAFT), SCHEDULED, due, LATER))
                .isTrue();
        assertThat(again(post).publishedAt()).isEqualTo(due);
        assertThat(posts().move(post.id(), List.of(SCHEDULED), DRAFT, null, LATER))
                .isTrue();
        assertThat(again(post).publishedAt()).isNull();
        assertThat(again(post).version()).isEqualTo(2);
        assertThat(posts().move(newArticleId(), List.of(DRAFT), PUBLISHED, LATER, LATER))
                .isFalse();
    }

    @Test
    void keepsTheTimeOfTheFirstPublication() {
        var post = stored(draft("Keeper"));
        posts().move(post.id(), List.of(DRAFT, SCHEDULED), PUBLISHED, NOW, NOW);
        posts().move(post.id(), List.of(PUBLISHED), ARCHIVED, null, LATER);
        assertThat(again(post).publishedAt()).isEqualTo(NOW);
        posts().move(post.id(), List.of(ARCHIVED), PUBLISHED, LATER, LATER);
        assertThat(again(post).publishedAt()).isEqualTo(NOW);
    }

    @Test
    void hidesWhatIsInTheTrash() {
        var post = stored(draft("Trash"));
        assertThat(posts().delete(post.id(), 7, LATER)).isFalse();
        assertThat(posts().delete(post.id(), 0, LATER)).isTrue();
        assertThat(posts().delete(post.id(), 1, LATER)).isFalse();
        assertThat(posts().find(post.id())).isEmpty();
        assertThat(posts().findBySlug("trash")).isEmpty();
        assertThat(posts().edit(post, post.spareSlug(), 1)).isEmpty();
        assertThat(posts().move(post.id(), List.of(DRAFT), PUBLISHED, LATER, LATER))
                .isFalse();
        assertThat(posts().findDeleted(post.id())).map(Article::id).contains(post.id());
    }

    @Test
    void restoresOnce() {
        var post = stored(draft("Back"));
        assertThat(posts().restore(post.id(), post.spareSlug(), LATER)).isEmpty();
        posts().delete(post.id(), 0, LATER);
        assertThat(posts().restore(post.id(), post.spareSlug(), LATER)).contains("back");
        assertThat(posts().restore(post.id(), post.spareSlug(), LATER)).isEmpty();
        assertThat(again(post).version()).isEqualTo(2);
    }

    @Test
    void publishesWhatIsDueAndNoMoreThanAsked() {
        var early = scheduled("Early", NOW.plusSeconds(1));
        var late = scheduled("Late", NOW.plusSeconds(2));
        var future = scheduled("Future", NOW.plusSeconds(9));
        var deleted = scheduled("Deleted", NOW.plusSeconds(1));
        posts().delete(deleted.id(), 1, NOW);
        var now = NOW.plusSeconds(5);
        assertThat(posts().publishDue(now, 1)).isEqualTo(1);
        assertThat(again(early).isPublished()).isTrue();
        assertThat(again(late).isPublished()).isFalse();
        assertThat(posts().publishDue(now, 10)).isEqualTo(1);
        assertThat(again(late).publishedAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(again(future).isPublished()).isFalse();
        assertThat(posts().publishDue(now, 10)).isZero();
    }

    @Test
    void purgesWhatWasDeletedLongAgo() {
        var old = stored(draft("Old"));
        var recent = stored(draft("Recent"));
        var live = stored(draft("Live"));
        posts().delete(old.id(), 0, NOW);
        posts().delete(recent.id(), 0, LATER);
        assertThat(posts().purge(LATER, 10)).isEqualTo(1);
        assertThat(posts().findDeleted(old.id())).isEmpty();
        assertThat(posts().findDeleted(recent.id())).isPresent();
        assertThat(posts().find(live.id())).isPresent();
    }

    protected Article stored(Article post) {
        posts().insert(post, post.spareSlug());
        return post;
    }

    private Article scheduled(String title, Instant at) {
        var post = stored(draft(title));
        posts().move(post.id(), List.of(DRAFT), SCHEDULED, at, NOW);
        return post;
    }

    private Article again(Article post) {
        return posts().find(post.id()).orElseThrow();
    }
}
