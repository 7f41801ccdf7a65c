/** The rows that Ashlar brings along: reference data always, demo data when asked. */
@NullMarked
package dev.ashlar.bootstrap.seed;

import org.jspecify.annotations.NullMarked;
