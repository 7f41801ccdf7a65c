// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Fields;
import java.time.Instant;

/**
 * Category of articles.
 *
 * @param name unique regardless of case
 * @param version incremented by every change
 */
public record Category(CategoryId id, String name, Instant createdAt, Instant updatedAt, int version) {
    public static final int MAX_NAME = 60;

    /** Returns a new category. */
    public static Category named(CategoryId id, String name, Instant now) {
        return new Category(id, Fields.name("/name", name, MAX_NAME), now, now, 0);
    }

    /** Returns the category with another name. */
    public Category renamed(String newName, Instant now) {
        return new Category(id, Fields.name("/name", newName, MAX_NAME), createdAt, now, version);
    }
}
