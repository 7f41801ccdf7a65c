/** The commerce context in PostgreSQL, schema {@code commerce}. */
@NullMarked
package dev.ashlar.commerce.persistence;

import org.jspecify.annotations.NullMarked;
