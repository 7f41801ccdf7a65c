/** Catalogue mrlearn in PostgreSQL, schema {@code mrlearn}. */
@NullMarked
package dev.ashlar.sync.persistence.mrlearn;

import org.jspecify.annotations.NullMarked;
