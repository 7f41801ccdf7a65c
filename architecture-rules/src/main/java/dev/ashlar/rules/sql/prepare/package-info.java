/**
 * Third stage, on the database server: PostgreSQL prepares each variant and tells the types of its parameters, the columns of its
 * result and its plan, or why it refuses ({@link dev.ashlar.rules.sql.prepare.Prepared}). Nothing is run.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.sql.prepare;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
