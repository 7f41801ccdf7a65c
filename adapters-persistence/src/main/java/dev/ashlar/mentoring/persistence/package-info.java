/** Mentoring in PostgreSQL, schema {@code mentoring}. */
@NullMarked
package dev.ashlar.mentoring.persistence;

import org.jspecify.annotations.NullMarked;
