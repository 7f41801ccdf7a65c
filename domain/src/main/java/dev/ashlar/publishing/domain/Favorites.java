package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.PostId;
import java.time.Instant;

/** Who likes which post. Doing either twice changes nothing. */
public interface Favorites {
    void add(UserId reader, PostId post, Instant now);

    void remove(UserId reader, PostId post);
}
