/** HTTP conventions of all controllers: arguments, answers, and annotations that document them. */
@NullMarked
package dev.ashlar.kernel.web;

import org.jspecify.annotations.NullMarked;
