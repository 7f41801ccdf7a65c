/** Rows for trials: {@link dev.ashlar.rules.rows.RowMaker} fills the tables of any schema with rows that its constraints allow. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.ashlar.rules.rows;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
