/** Operations in PostgreSQL, schema {@code operations}. */
@NullMarked
package dev.ashlar.operations.persistence;

import org.jspecify.annotations.NullMarked;
