/** Main class and wiring that belongs to no layer. */
@NullMarked
package dev.ashlar.bootstrap;

import org.jspecify.annotations.NullMarked;
