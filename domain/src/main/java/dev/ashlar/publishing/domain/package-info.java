/** Articles, comments, categories, favourites and follows, and their rules. */
@NamedInterface("domain")
@NullMarked
package dev.ashlar.publishing.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
