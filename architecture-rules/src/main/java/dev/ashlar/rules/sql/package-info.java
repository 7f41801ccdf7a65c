/**
 * Last stage: the rules of mapper statements, family by family ({@link dev.ashlar.rules.sql.SqlFamilies}). The stages before are the
 * packages below, in the order {@code parse}, {@code expand}, {@code query} and {@code prepare}, {@code plan}, {@code trial}; the page
 * {@code docs/pipeline.md} tells what each takes and gives. A text that cannot be rendered, parsed or prepared is reported by one
 * rule, {@code prepared-statements}, and no stage behind that one sees it.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.sql;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
