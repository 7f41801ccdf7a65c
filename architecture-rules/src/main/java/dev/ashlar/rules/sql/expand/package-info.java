/**
 * Second stage: each statement is expanded into the texts that its dynamic elements can make of it
 * ({@link dev.ashlar.rules.sql.expand.Variant}), rendered by MyBatis, with the Java types of its parameters and of its rows.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.sql.expand;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
