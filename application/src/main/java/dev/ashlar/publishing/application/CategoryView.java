package dev.ashlar.publishing.application;

import dev.ashlar.publishing.domain.CategoryId;

/**
 * A category.
 *
 * @param version what an edit must name
 */
public record CategoryView(CategoryId id, String name, int version) {}
