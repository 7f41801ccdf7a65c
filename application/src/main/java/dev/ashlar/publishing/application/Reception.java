// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

/**
 * Favorites of an article and the reader's relation to it.
 *
 * @param favorited true if the article is a favorite of the reader
 * @param following true if the reader follows the author
 * @param favoritesCount number of readers who have the article as a favorite
 */
public record Reception(boolean favorited, boolean following, long favoritesCount) {}
