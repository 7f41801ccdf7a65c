/** Tests of expansion. */
@NullMarked
package dev.ashlar.rules.sql.expand;

import org.jspecify.annotations.NullMarked;
