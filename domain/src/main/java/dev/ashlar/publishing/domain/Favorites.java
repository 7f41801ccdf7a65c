package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;

/** Who likes which post. Doing either twice changes nothing. */
public interface Favorites {
    void add(UserId reader, ArticleId post, Instant now);

    void remove(UserId reader, ArticleId post);
}
