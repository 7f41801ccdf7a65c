/** Controllers, bodies and errors of the RealWorld API, below {@code /api}. */
@NullMarked
package dev.ashlar.realworld.web;

import org.jspecify.annotations.NullMarked;
