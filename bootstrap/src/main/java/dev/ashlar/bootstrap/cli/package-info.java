/** The command line. */
@NullMarked
package dev.ashlar.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
