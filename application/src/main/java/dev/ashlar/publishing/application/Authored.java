// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

/**
 * Article with its author.
 *
 * @param <A> {@link ArticleSummary} or {@link ArticleDetails}
 */
public record Authored<A>(A article, AuthorView author) {}
