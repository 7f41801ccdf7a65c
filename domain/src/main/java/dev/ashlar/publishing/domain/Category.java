package dev.ashlar.publishing.domain;

import java.time.Instant;

/**
 * Where posts are filed.
 *
 * @param name unique whatever its case
 * @param version counts its changes
 */
public record Category(CategoryId id, String name, Instant createdAt, Instant updatedAt, int version) {
    static final int MAX_NAME = 60;

    /** A new category. */
    public static Category named(CategoryId id, String name, Instant now) {
        return new Category(id, Text.required("/name", name, MAX_NAME), now, now, 0);
    }

    /** The category under another name. */
    public Category renamed(String newName, Instant now) {
        return new Category(id, Text.required("/name", newName, MAX_NAME), createdAt, now, version);
    }
}
