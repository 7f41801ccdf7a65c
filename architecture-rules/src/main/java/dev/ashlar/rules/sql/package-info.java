/**
 * Rules of mapper statements. Every statement is expanded into all the texts that its dynamic elements can make of it
 * ({@link dev.ashlar.rules.sql.Variant}), with MyBatis's own rendering; PostgreSQL prepares each of them and says how it would
 * run it; the rules look at the text, at the types and at the plan. A text that cannot be rendered, parsed or prepared is told by
 * one rule, {@code prepared-statements}, and examined by no other.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.sql;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
