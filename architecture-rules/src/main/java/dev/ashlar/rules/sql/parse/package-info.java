/**
 * First stage: mapper files and annotated mappers as documents whose elements know their lines, and the template that MyBatis
 * makes of each statement once its includes are in place.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.sql.parse;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
