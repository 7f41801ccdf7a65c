package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.publishing.ArticleId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Tags} does. */
public abstract class TagsContract {
    protected abstract Tags tags();

    /** A live post that there is. */
    protected abstract ArticleId liveArticle();

    /** A post that there is, in the trash. */
    protected abstract ArticleId deletedArticle();

    /** The words by which a post is found. */
    protected abstract Set<String> wordsOf(ArticleId post);

    @Test
    void attachesWhatThereIs() {
        var post = liveArticle();
        create("one", "two");
        tags().attach(post, List.of("two", "one"));
        assertThat(wordsOf(post)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void createsEachOnce() {
        var post = liveArticle();
        create("one", "two");
        create("two", "three");
        tags().attach(post, List.of("two", "three"));
        assertThat(wordsOf(post)).containsExactlyInAnyOrder("two", "three");
    }

    @Test
    void attachingTwiceChangesNothing() {
        var post = liveArticle();
        create("one", "two");
        tags().attach(post, List.of("one"));
        tags().attach(post, List.of("one", "two"));
        assertThat(wordsOf(post)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void detachesAllBut() {
        var post = liveArticle();
        var other = liveArticle();
        create("one", "two", "three");
        tags().attach(post, List.of("one", "two"));
        tags().attach(other, List.of("one"));
        tags().detachAllBut(post, List.of("two", "three"));
        assertThat(wordsOf(post)).containsExactly("two");
        tags().detachAllBut(post, List.of());
        assertThat(wordsOf(post)).isEmpty();
        assertThat(wordsOf(other)).containsExactly("one");
    }

    @Test
    void casesAreDifferentWords() {
        var post = liveArticle();
        create("Java", "java");
        tags().attach(post, List.of("java"));
        assertThat(wordsOf(post)).containsExactly("java");
    }

    @Test
    void leavesTheTrashAlone() {
        var post = deletedArticle();
        create("one");
        tags().attach(post, List.of("one"));
        assertThat(wordsOf(post)).isEmpty();
    }

    private void create(String... names) {
        var ids = List.of(names).stream().map(name -> newTagId()).toList();
        tags().create(ids, List.of(names), NOW);
    }
}
