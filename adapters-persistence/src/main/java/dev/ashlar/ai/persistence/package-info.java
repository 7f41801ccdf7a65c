/** AI in PostgreSQL, schema {@code ai}. */
@NullMarked
package dev.ashlar.ai.persistence;

import org.jspecify.annotations.NullMarked;
