/** Catalogue mrtest in PostgreSQL, schema {@code mrtest}. */
@NullMarked
package dev.ashlar.sync.persistence.mrtest;

import org.jspecify.annotations.NullMarked;
