/** Settings that the profile {@code prod} refuses. */
@NullMarked
package dev.ashlar.bootstrap.production;

import org.jspecify.annotations.NullMarked;
