/** Tests of the maker of rows. */
@NullMarked
package dev.ashlar.rules.rows;

import org.jspecify.annotations.NullMarked;
