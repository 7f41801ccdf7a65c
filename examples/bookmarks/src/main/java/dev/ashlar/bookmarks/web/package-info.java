/** Bookmarks over HTTP. */
@NullMarked
package dev.ashlar.bookmarks.web;

import org.jspecify.annotations.NullMarked;
