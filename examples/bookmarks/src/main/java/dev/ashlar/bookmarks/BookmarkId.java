// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a bookmark. */
public record BookmarkId(UUID value) implements Identifier {
    public BookmarkId {
        Objects.requireNonNull(value, "value");
    }
}
