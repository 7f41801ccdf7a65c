/**
 * The HTTP conventions that every controller shares: arguments that are resolved, answers that are wrapped, and the
 * annotations that document them.
 */
@NullMarked
package dev.ashlar.kernel.web;

import org.jspecify.annotations.NullMarked;
