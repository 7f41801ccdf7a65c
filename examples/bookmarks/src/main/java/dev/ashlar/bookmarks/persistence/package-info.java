/** Bookmarks in PostgreSQL. */
@NullMarked
package dev.ashlar.bookmarks.persistence;

import org.jspecify.annotations.NullMarked;
