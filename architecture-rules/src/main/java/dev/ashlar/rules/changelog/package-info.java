/**
 * Rules on migrations: changesets as they are written, and trials that run them up, down and up again, on empty and on filled
 * tables.
 */
@NullMarked
package dev.ashlar.rules.changelog;

import org.jspecify.annotations.NullMarked;
