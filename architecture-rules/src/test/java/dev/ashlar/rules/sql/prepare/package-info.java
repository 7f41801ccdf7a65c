/** Tests of preparation. */
@NullMarked
package dev.ashlar.rules.sql.prepare;

import org.jspecify.annotations.NullMarked;
