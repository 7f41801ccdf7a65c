/** Runs the seeds of the contexts, at the start or by command. */
@NullMarked
package dev.ashlar.bootstrap.seed;

import org.jspecify.annotations.NullMarked;
