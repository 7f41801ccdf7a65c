/** Rows for trials: {@link dev.ashlar.rules.rows.RowMaker} fills the tables of any schema with rows that its constraints allow. */
@NullMarked
package dev.ashlar.rules.rows;

import org.jspecify.annotations.NullMarked;
