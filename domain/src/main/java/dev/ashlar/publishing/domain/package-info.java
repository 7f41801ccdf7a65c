/** Articles, comments, categories, favourites and follows, and their rules. */
@NullMarked
package dev.ashlar.publishing.domain;

import org.jspecify.annotations.NullMarked;
