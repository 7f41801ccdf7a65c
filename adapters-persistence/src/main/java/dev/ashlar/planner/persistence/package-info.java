/** The planner in PostgreSQL, schema {@code planner}. */
@NullMarked
package dev.ashlar.planner.persistence;

import org.jspecify.annotations.NullMarked;
