package dev.ashlar.publishing.domain;

import java.util.Optional;

/** Categories; their names are unique whatever their case, which a unique constraint says. */
public interface Categories {
    void insert(Category category);

    Optional<Category> find(CategoryId id);

    /** Stores a renamed category if it still has the version. */
    boolean rename(Category renamed, int expectedVersion);

    /** Removes a category if it still has the version; its posts are filed nowhere then. */
    boolean remove(CategoryId id, int expectedVersion);
}
