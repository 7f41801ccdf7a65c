/** The runnable service: the main class, and what it wires that belongs to no layer. */
@NullMarked
package dev.ashlar.bootstrap;

import org.jspecify.annotations.NullMarked;
