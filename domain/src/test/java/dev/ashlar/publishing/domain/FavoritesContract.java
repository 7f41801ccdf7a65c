package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Favorites} does. */
public abstract class FavoritesContract {
    protected abstract Favorites favorites();

    /** A post that there is. */
    protected abstract ArticleId storedArticle();

    /** Who likes a post. */
    protected abstract Set<UserId> fansOf(ArticleId post);

    @Test
    void likingTwiceIsLikingOnce() {
        var post = storedArticle();
        var reader = someone();
        favorites().add(reader, post, NOW);
        favorites().add(reader, post, LATER);
        assertThat(fansOf(post)).containsExactly(reader);
    }

    @Test
    void takingBackConcernsOneReaderAndOnePost() {
        var post = storedArticle();
        var other = storedArticle();
        var reader = someone();
        var fan = someone();
        favorites().add(reader, post, NOW);
        favorites().add(reader, other, NOW);
        favorites().add(fan, post, NOW);
        favorites().remove(reader, post);
        favorites().remove(reader, post);
        assertThat(fansOf(post)).containsExactly(fan);
        assertThat(fansOf(other)).containsExactly(reader);
    }
}
