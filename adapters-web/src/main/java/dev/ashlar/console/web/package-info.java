/** Files of the console, below {@code /console}. */
@NullMarked
package dev.ashlar.console.web;

import org.jspecify.annotations.NullMarked;
