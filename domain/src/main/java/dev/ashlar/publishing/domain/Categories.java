// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import java.util.Optional;

/** Categories. Names are unique regardless of case, by a unique index. */
public interface Categories {
    void insert(Category category);

    Optional<Category> find(CategoryId id);

    /** Stores a renamed category if the stored version is the expected one. */
    boolean rename(Category renamed, int expectedVersion);

    /** Removes a category if its version is the expected one; its articles then have no category. */
    boolean remove(CategoryId id, int expectedVersion);
}
