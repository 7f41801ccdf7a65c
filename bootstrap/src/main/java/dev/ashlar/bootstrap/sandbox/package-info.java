/** A payment gateway to play with: where none is configured, in tests, and as a process of its own. It moves no money. */
@NullMarked
package dev.ashlar.bootstrap.sandbox;

import org.jspecify.annotations.NullMarked;
