/** Articles, comments, categories, favorites and follows, with their rules. */
@NamedInterface("domain")
@NullMarked
package dev.ashlar.publishing.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
