/** The command line: serve, migrate, rollback, seed. */
@NullMarked
package dev.ashlar.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
