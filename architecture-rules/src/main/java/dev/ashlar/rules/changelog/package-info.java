/**
 * Rules on migrations: changesets as they are written, and trials that run them up, down and up again, on empty and on filled
 * tables.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.changelog;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
