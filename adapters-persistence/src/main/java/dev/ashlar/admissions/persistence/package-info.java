/** Admissions in SQL. */
@NullMarked
package dev.ashlar.admissions.persistence;

import org.jspecify.annotations.NullMarked;
