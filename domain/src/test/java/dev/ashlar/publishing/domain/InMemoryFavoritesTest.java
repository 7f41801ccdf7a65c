package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.newPostId;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.PostId;
import java.util.Set;

class InMemoryFavoritesTest extends FavoritesContract {
    private final InMemoryFavorites favorites = new InMemoryFavorites();

    @Override
    protected Favorites favorites() {
        return favorites;
    }

    @Override
    protected PostId storedPost() {
        return newPostId();
    }

    @Override
    protected Set<UserId> fansOf(PostId post) {
        return favorites.fansOf(post);
    }
}
