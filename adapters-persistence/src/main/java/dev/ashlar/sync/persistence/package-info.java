/** Runs of syncs in PostgreSQL, schema {@code sync}. */
@NullMarked
package dev.ashlar.sync.persistence;

import org.jspecify.annotations.NullMarked;
