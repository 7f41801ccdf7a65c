/** Statements of publishing. */
@NullMarked
package dev.ashlar.publishing.persistence;

import org.jspecify.annotations.NullMarked;
