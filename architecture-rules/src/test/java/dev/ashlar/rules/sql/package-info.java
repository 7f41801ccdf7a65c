/** The engine's own tests. */
@NullMarked
package dev.ashlar.rules.sql;

import org.jspecify.annotations.NullMarked;
