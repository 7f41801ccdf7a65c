/** Use cases of authors, editors and readers, and scheduled work. */
@NamedInterface("application")
@NullMarked
package dev.ashlar.publishing.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
