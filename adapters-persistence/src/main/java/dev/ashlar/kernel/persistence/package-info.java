/** Conventions of all mappers: type handlers, settings, the transaction guard and the problems of constraints. */
@NullMarked
package dev.ashlar.kernel.persistence;

import org.jspecify.annotations.NullMarked;
