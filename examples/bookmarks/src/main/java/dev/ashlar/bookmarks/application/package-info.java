/** Use cases of bookmarks. */
@NullMarked
package dev.ashlar.bookmarks.application;

import org.jspecify.annotations.NullMarked;
