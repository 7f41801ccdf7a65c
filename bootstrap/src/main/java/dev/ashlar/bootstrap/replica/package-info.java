/** Reads by a streaming replica. */
@NullMarked
package dev.ashlar.bootstrap.replica;

import org.jspecify.annotations.NullMarked;
