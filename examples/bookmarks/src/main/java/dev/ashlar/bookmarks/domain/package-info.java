/** Bookmarks, their rules and their port. */
@NullMarked
package dev.ashlar.bookmarks.domain;

import org.jspecify.annotations.NullMarked;
